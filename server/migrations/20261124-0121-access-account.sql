create table access.account (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  sign_in_name text collate "C" not null check (sign_in_name ~ '^[a-z][a-z0-9._-]{2,39}$'),
  name_sealed bytea not null,
  language text not null check (language in ('zh', 'en')),
  created_at timestamptz not null,
  created_by uuid,
  closed_at timestamptz,
  primary key (county, id),
  unique (county, sign_in_name)
);
comment on table access.account is 'One person who works here. The division is the office that looks after the account, not what it may see: that is the seat''s.';
select kernel.guard('access.account');
grant select, insert on access.account to qunfang_app;
grant update (language, closed_at) on access.account to qunfang_app;

select access.card('access.account', '{county,id,division,created_at,created_by,closed_at}',
  'purpose=know who works in the system; basis=cybersecurity law art. 21; class=internal; retention=as long as its records, the audit refers to it; readers=administrator, county-desk, township-officer of the division');
select access.card('access.account', '{sign_in_name}',
  'purpose=sign in; basis=cybersecurity law art. 21; class=internal; retention=as long as its records; readers=administrator, county-desk, township-officer of the division');
select access.card('access.account', '{name_sealed}',
  'purpose=colleagues recognise who acts; basis=consent of staff, duty; class=personal, sealed; retention=while the account is open, then 3 years; readers=administrator, county-desk, township-officer of the division, the person');
select access.card('access.account', '{language}',
  'purpose=speak the person''s language; basis=consent of staff; class=internal; retention=while the account is open; readers=the person');
