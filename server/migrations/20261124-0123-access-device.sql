create table access.device (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  place_id uuid,
  label text not null,
  platform text not null,
  token_hash bytea not null check (length(token_hash) = 32),
  enrolled_at timestamptz not null,
  enrolled_by uuid not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (county, id),
  unique (county, token_hash)
);
comment on table access.device is 'A phone or desk that was enrolled with a code made at a desk. It has a token of its own and speaks for no person.';
create index device_division on access.device (county, division);
select kernel.guard('access.device');
grant select, insert on access.device to qunfang_app;
grant update (revoked_at, revoked_by) on access.device to qunfang_app;

select access.card('access.device', '{county,id,division,place_id,label,platform,token_hash,enrolled_at,enrolled_by,revoked_at,revoked_by}',
  'purpose=know which device sent a record, and shut out a lost one; basis=cybersecurity law art. 21; class=internal; retention=as long as the records it sent; readers=administrator, county-desk, township-officer of the division');
