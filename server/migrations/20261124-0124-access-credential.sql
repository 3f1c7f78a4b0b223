create table access.password (
  county integer not null,
  account_id uuid not null,
  hash text not null check (hash like 'scrypt$%'),
  set_at timestamptz not null,
  given boolean not null,
  primary key (county, account_id),
  foreign key (county, account_id) references access.account (county, id)
);
comment on column access.password.given is 'Set by somebody else and not yet changed by its owner.';
select access.guard_secret('access.password');
grant select, insert on access.password to qunfang_app;
grant update (hash, set_at, given) on access.password to qunfang_app;

create table access.authenticator (
  county integer not null,
  account_id uuid not null,
  secret_sealed bytea,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  next_sealed bytea,
  next_made_at timestamptz,
  primary key (county, account_id),
  foreign key (county, account_id) references access.account (county, id)
);
comment on column access.authenticator.next_sealed is 'A secret on its way: it replaces the other once a code of it has been shown.';
comment on column access.authenticator.last_step is 'The newest time step that was accepted: a code seen over a shoulder cannot be used again.';
select access.guard_secret('access.authenticator');
grant select, insert on access.authenticator to qunfang_app;
grant update (secret_sealed, confirmed_at, last_step, next_sealed, next_made_at) on access.authenticator to qunfang_app;

create table access.recovery_code (
  county integer not null,
  account_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (county, account_id, code_hash),
  foreign key (county, account_id) references access.account (county, id)
);
select access.guard_secret('access.recovery_code');
grant select, insert on access.recovery_code to qunfang_app;
grant update (used_at) on access.recovery_code to qunfang_app;

create table access.passkey (
  county integer not null,
  id uuid not null,
  account_id uuid not null,
  credential_id text collate "C" not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  made_at timestamptz not null,
  last_used_at timestamptz,
  removed_at timestamptz,
  primary key (county, id),
  unique (county, credential_id),
  foreign key (county, account_id) references access.account (county, id)
);
create index passkey_account on access.passkey (county, account_id);
select access.guard_secret('access.passkey');
grant select, insert on access.passkey to qunfang_app;
grant update (counter, last_used_at, removed_at) on access.passkey to qunfang_app;

select access.card('access.password', '{county,account_id,hash,set_at}',
  'purpose=prove who signs in; basis=cybersecurity law art. 21; class=secret; retention=until replaced; readers=nobody');
select access.card('access.authenticator', '{county,account_id,secret_sealed,confirmed_at,next_made_at}',
  'purpose=second factor; basis=cybersecurity law art. 21; class=secret, sealed; retention=until replaced; readers=nobody');
select access.card('access.recovery_code', '{county,account_id,code_hash,made_at,used_at}',
  'purpose=second factor when the phone is lost; basis=cybersecurity law art. 21; class=secret; retention=until replaced; readers=nobody');
select access.card('access.passkey', '{county,id,account_id,credential_id,public_key,counter,transports,label,made_at,last_used_at,removed_at}',
  'purpose=sign in without a password; basis=cybersecurity law art. 21; class=internal; retention=until removed; readers=the person');
