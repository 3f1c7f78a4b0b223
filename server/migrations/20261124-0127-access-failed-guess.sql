create table access.failed_guess (
  county integer not null,
  id uuid not null,
  lane bytea not null check (length(lane) = 32),
  at timestamptz not null,
  primary key (county, id)
);
comment on table access.failed_guess is 'Failed proofs of identity, counted per account, device, address and network. A lane is a keyed hash: the table names nobody and no address.';
create index failed_guess_lane on access.failed_guess (county, lane, at);
create index failed_guess_at on access.failed_guess (county, at);
select access.guard_secret('access.failed_guess');
-- Not a fact but a counter, worthless after a day: this one may be deleted.
grant select, insert, delete on access.failed_guess to qunfang_app;

select access.card('access.failed_guess', '{county,id,lane,at}',
  'purpose=limit guessing; basis=cybersecurity law art. 21; class=pseudonymous; retention=1 day; readers=nobody');
