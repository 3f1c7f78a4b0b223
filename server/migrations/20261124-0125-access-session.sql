create table access.session (
  county integer not null,
  id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  account_id uuid not null,
  seat_id uuid not null,
  device_id uuid,
  how text not null check (how in ('password', 'authenticator', 'recovery-code', 'passkey', 'welcome-code')),
  began_at timestamptz not null,
  last_used_at timestamptz not null,
  idle_ms bigint not null,
  expires_at timestamptz not null,
  factor_at timestamptz,
  ended_at timestamptz,
  primary key (county, id),
  unique (county, token_hash),
  foreign key (county, account_id) references access.account (county, id),
  foreign key (county, seat_id) references access.seat (county, id),
  foreign key (county, device_id) references access.device (county, id)
);
comment on column access.session.token_hash is 'SHA-256 of the token; the token itself is known to its holder alone.';
comment on column access.session.factor_at is 'Last proof of a second factor: sensitive operations ask for a recent one.';
create index session_account on access.session (county, account_id) where ended_at is null;
select access.guard_secret('access.session');
grant select, insert on access.session to qunfang_app;
grant update (last_used_at, factor_at, ended_at) on access.session to qunfang_app;

select access.card('access.session', '{county,id,account_id,seat_id,device_id,how,began_at,last_used_at,idle_ms,expires_at,ended_at}',
  'purpose=know who is signed in and where; basis=cybersecurity law art. 21; class=internal; retention=1 year; readers=the person, administrator');
