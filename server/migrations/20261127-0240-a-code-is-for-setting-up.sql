-- A sign-in that a one-time code began does nothing but make the account safe. What it has come to since is worked out from this moment,
-- which goes with the person from seat to seat.
alter table access.session add column code_at timestamptz;
update access.session set code_at = began_at where how = 'welcome-code';
alter table access.session add constraint session_code_known check (how <> 'welcome-code' or code_at is not null);
comment on column access.session.code_at is 'purpose=sign-in: when the one-time code was entered that this sign-in came from; basis=cybersecurity law art. 21; class=internal; retention=1 year; readers=the person, administrator';
