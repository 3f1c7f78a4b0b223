-- How long is kept what: the end of an event, the calendar a county lives by, and what every run of forgetting did. The turns of an
-- event stop collecting in the whole county, so everybody in it reads them.
create schema retention;
grant usage on schema retention to qunfang_app, qunfang_clerk;

create table retention.event_turn (
  county integer not null,
  id uuid not null,
  disease text not null,
  turn text not null check (turn in ('closed', 'reopened')),
  response_ends boolean not null,
  at timestamptz not null,
  document_no text not null,
  document_date date not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (turn = 'closed' or not response_ends)
);
comment on table retention.event_turn is 'The last that was received counts, disease by disease.';
comment on column retention.event_turn.response_ends is 'The county has no other event: thirty days later identities go, whatever still refers to them.';
comment on column retention.event_turn.recorded_by is 'purpose=answerability: who closed or reopened it; basis=PIPL 54; class=staff; retention=with the certificate; readers=county';
comment on column retention.event_turn.digest is 'purpose=recognition: a turn sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the certificate; readers=none';
create index event_turn_latest on retention.event_turn (county, disease, received_at desc);
select kernel.guard_county('retention.event_turn');
grant select, insert on retention.event_turn to qunfang_app;

create view retention.event_now with (security_invoker = true) as
select distinct on (county, disease) county, disease, turn, response_ends, at, document_no, document_date
from retention.event_turn order by county, disease, received_at desc, id desc;
grant select on retention.event_now to qunfang_app;

create table retention.calendar (
  county integer not null,
  id uuid not null,
  kind text not null check (kind in ('running', 'historical')),
  ground text not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on table retention.calendar is 'The last counts; without any the calendar runs. A historical county holds made-up people in an event of the past.';
comment on column retention.calendar.ground is 'purpose=answerability: why it lives by another calendar, without naming anybody; basis=PIPL 47; class=free-text; retention=with the certificate; readers=county-desk, auditor';
comment on column retention.calendar.recorded_by is 'purpose=answerability: who decided; basis=PIPL 54; class=staff; retention=with the certificate; readers=county-desk, auditor';
comment on column retention.calendar.digest is 'purpose=recognition: a decision sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the certificate; readers=none';
select kernel.guard_county('retention.calendar');
grant select, insert on retention.calendar to qunfang_app;

-- The three below are written by the system, but only as an order: what they say beyond that is filled in by their triggers, whatever
-- was sent.
create table retention.run (
  county integer not null,
  id uuid not null,
  moment timestamptz not null,
  ended_at timestamptz,
  primary key (county, id)
);
comment on column retention.run.moment is 'From which days are counted back; never later than the clock of the database.';
comment on column retention.run.ended_at is 'When the response ended, as known when the run began; empty while it lasts.';
create table retention.step (
  county integer not null,
  run_id uuid not null,
  nth integer not null,
  part text not null check (part in ('passages', 'sheets', 'words', 'referred', 'persons', 'tokens')),
  after text,
  rows integer not null check (rows between 1 and 100000),
  looked integer,
  next text,
  at timestamptz,
  primary key (county, run_id, nth),
  foreign key (county, run_id) references retention.run (county, id)
);
comment on column retention.step.next is 'After what the next step goes on; empty when the part is done.';
create table retention.gone (
  county integer not null,
  run_id uuid not null,
  nth integer not null,
  relation text not null,
  class text not null,
  rows integer not null,
  primary key (county, run_id, nth, relation, class),
  foreign key (county, run_id) references retention.run (county, id)
);
create table retention.certificate (
  county integer not null,
  run_id uuid not null,
  nth integer not null,
  at timestamptz not null,
  body text not null,
  previous bytea not null,
  hash bytea not null,
  primary key (county, run_id),
  unique (county, nth),
  foreign key (county, run_id) references retention.run (county, id)
);
comment on table retention.certificate is 'Counts and moments, nobody''s name. The hash is SHA-256 of the one before and of the body, byte by byte.';
comment on column retention.certificate.body is 'purpose=certificate: counts and moments, no names; basis=PIPL 47; class=plain; retention=with the certificate; readers=county-desk, auditor';
comment on column retention.certificate.previous is 'purpose=certificate: the chain of certificates; basis=PIPL 47; class=plain; retention=with the certificate; readers=county-desk, auditor';
comment on column retention.certificate.hash is 'purpose=certificate: the chain of certificates; basis=PIPL 47; class=plain; retention=with the certificate; readers=county-desk, auditor';

-- Whom facts without an index by person still name; made anew by each run and emptied by its end.
create table retention.referred (
  county integer not null,
  run_id uuid not null,
  person_id uuid not null,
  primary key (county, run_id, person_id)
);
comment on column retention.referred.person_id is 'purpose=certificate: whom a run has to leave alone; basis=PIPL 47; class=pseudonym; retention=1 day; readers=none';
select kernel.guard_county('retention.run');
select kernel.guard_county('retention.step');
select kernel.guard_county('retention.gone');
select kernel.guard_county('retention.certificate');
select kernel.guard_county('retention.referred');
grant select on retention.run, retention.step, retention.gone, retention.certificate, retention.referred to qunfang_app;
grant insert on retention.run, retention.step, retention.certificate to qunfang_app;
