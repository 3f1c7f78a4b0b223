create table access.one_time_code (
  county integer not null,
  id uuid not null,
  purpose text not null check (purpose in ('welcome', 'device', 'second-factor', 'passkey')),
  code_hash bytea not null check (length(code_hash) = 32),
  account_id uuid,
  details text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  primary key (county, id),
  unique (county, code_hash)
);
comment on table access.one_time_code is 'A secret that opens one door once: a welcome, an enrolment, the second half of a sign-in. None of them is a session.';
select access.guard_secret('access.one_time_code');
grant select, insert on access.one_time_code to qunfang_app;
grant update (tries, used_at) on access.one_time_code to qunfang_app;

select access.card('access.one_time_code', '{county,id,purpose,code_hash,account_id,details,made_at,expires_at,tries,used_at}',
  'purpose=one-time sign-in and enrolment; basis=cybersecurity law art. 21; class=secret; retention=1 year, worthless after use; readers=nobody');
