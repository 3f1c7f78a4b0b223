-- What the desk does with a topic, each a fact of its own: what it is about, how far it goes and how much harm it does, who was told,
-- what an expert found, which piece answers it, and which matter went to which authority. Who did it is told by the audit alone.
create function rumours.listed(many text[]) returns text immutable strict parallel safe language sql as $$
  select coalesce(string_agg(one, ' ' order by nth), '') from unnest(many) with ordinality as each (one, nth)
$$;
revoke execute on function rumours.listed(text[]) from public;
grant execute on function rumours.listed(text[]) to qunfang_rumours;

create table rumours.coding (
  county integer not null,
  id uuid not null,
  topic_id uuid not null,
  title text not null check (length(title) between 1 and 60 and rumours.is_stripped(title)),
  theme text not null check (theme ~ '^[a-z-]{3,40}([.][a-z-]{3,40})?$'),
  kind text not null check (kind in ('question', 'concern', 'claim', 'void', 'suggestion')),
  at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, topic_id) references rumours.topic (county, id)
);
comment on column rumours.coding.title is 'purpose=record-keeping: what a topic is called, naming no person; basis=record keeping; class=free-text; retention=with the record; readers=county-desk, publicity-editor, auditor';
comment on column rumours.coding.digest is 'purpose=recognition: a record sent twice (keyed HMAC, of the stripped text); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index coding_topic on rumours.coding (county, topic_id, at, received_at, id);
select rumours.guard('rumours.coding');

create table rumours.assessment (
  county integer not null,
  id uuid not null,
  topic_id uuid not null,
  likelihood integer not null check (likelihood between 1 and 5),
  harm integer not null check (harm between 1 and 5),
  why text not null check (length(why) between 1 and 500 and rumours.is_stripped(why)),
  at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, topic_id) references rumours.topic (county, id)
);
comment on column rumours.assessment.why is 'purpose=record-keeping: why it is put there, naming no person; basis=record keeping; class=free-text; retention=with the record; readers=county-desk, publicity-editor, auditor';
comment on column rumours.assessment.digest is 'purpose=recognition: a record sent twice (keyed HMAC, of the stripped text); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index assessment_topic on rumours.assessment (county, topic_id, at, received_at, id);
select rumours.guard('rumours.assessment');

-- Told to the command, so that whoever answers for the matter knows.
create table rumours.report (
  county integer not null,
  id uuid not null,
  topic_id uuid not null,
  authority text not null check (length(authority) between 1 and 60 and rumours.is_stripped(authority)),
  note text check (length(note) between 1 and 500 and rumours.is_stripped(note)),
  at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, topic_id) references rumours.topic (county, id)
);
comment on column rumours.report.note is 'purpose=record-keeping: what was reported, naming no person; basis=record keeping; class=free-text; retention=with the record; readers=county-desk, publicity-editor, auditor';
comment on column rumours.report.digest is 'purpose=recognition: a record sent twice (keyed HMAC, of the stripped text); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index report_topic on rumours.report (county, topic_id, at, received_at, id);
select rumours.guard('rumours.report');

create table rumours.verdict (
  county integer not null,
  id uuid not null,
  topic_id uuid not null,
  verdict text not null check (verdict in ('true', 'false', 'unsettled')),
  expert text not null check (length(expert) between 1 and 60 and rumours.is_stripped(expert)),
  sources text not null check (length(sources) between 1 and 2000 and rumours.is_stripped(sources)),
  reasoning text not null check (length(reasoning) between 1 and 2000 and rumours.is_stripped(reasoning)),
  at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, topic_id) references rumours.topic (county, id)
);
comment on column rumours.verdict.expert is 'purpose=record-keeping: the post that found it, never who sits on it, naming no person; basis=record keeping; class=free-text; retention=with the record; readers=county-desk, publicity-editor, auditor';
comment on column rumours.verdict.sources is 'purpose=record-keeping: where it is known from, naming no person; basis=record keeping; class=free-text; retention=with the record; readers=county-desk, publicity-editor, auditor';
comment on column rumours.verdict.reasoning is 'purpose=record-keeping: why it is so, naming no person; basis=record keeping; class=free-text; retention=with the record; readers=county-desk, publicity-editor, auditor';
comment on column rumours.verdict.digest is 'purpose=recognition: a record sent twice (keyed HMAC, of the stripped text); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index verdict_topic on rumours.verdict (county, topic_id, at, received_at, id);
select rumours.guard('rumours.verdict');

-- A piece of publicity went out; its words and channels are kept there.
create table rumours.answer (
  county integer not null,
  id uuid not null,
  topic_id uuid not null,
  verdict_id uuid not null,
  piece_id uuid not null,
  channels text[] not null check (cardinality(channels) between 1 and 20 and rumours.is_stripped(rumours.listed(channels))),
  at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, topic_id) references rumours.topic (county, id),
  foreign key (county, verdict_id) references rumours.verdict (county, id)
);
comment on column rumours.answer.digest is 'purpose=recognition: a record sent twice (keyed HMAC, of the stripped text); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index answer_topic on rumours.answer (county, topic_id, at, received_at, id);
select rumours.guard('rumours.answer');

-- A matter that another authority answers for. There is no way to hand on who said something, because it is not known here.
create table rumours.referral (
  county integer not null,
  id uuid not null,
  topic_id uuid not null,
  matter text not null check (matter in ('fraud', 'price-gouging', 'false-goods', 'safety', 'other')),
  document_no text not null check (length(document_no) between 1 and 60 and rumours.is_stripped(document_no)),
  authority text not null check (length(authority) between 1 and 60 and rumours.is_stripped(authority)),
  sent_on date not null,
  note text not null check (length(note) between 1 and 1000 and rumours.is_stripped(note)),
  at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, topic_id) references rumours.topic (county, id)
);
comment on column rumours.referral.note is 'purpose=record-keeping: the matter, naming no person; basis=record keeping; class=free-text; retention=with the record; readers=county-desk, publicity-editor, auditor';
comment on column rumours.referral.digest is 'purpose=recognition: a record sent twice (keyed HMAC, of the stripped text); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index referral_topic on rumours.referral (county, topic_id, at, received_at, id);
select rumours.guard('rumours.referral');

create table rumours.turn (
  county integer not null,
  id uuid not null,
  topic_id uuid not null,
  turn text not null check (turn in ('closed', 'reopened')),
  why text not null check (length(why) between 1 and 500 and rumours.is_stripped(why)),
  at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, topic_id) references rumours.topic (county, id)
);
comment on column rumours.turn.why is 'purpose=record-keeping: why it is closed or open again, naming no person; basis=record keeping; class=free-text; retention=with the record; readers=county-desk, publicity-editor, auditor';
comment on column rumours.turn.digest is 'purpose=recognition: a record sent twice (keyed HMAC, of the stripped text); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index turn_topic on rumours.turn (county, topic_id, at, received_at, id);
select rumours.guard('rumours.turn');

create table rumours.regrouping (
  county integer not null,
  id uuid not null,
  kind text not null check (kind in ('merged', 'split')),
  topic_id uuid not null,
  into_id uuid not null,
  why text not null check (length(why) between 1 and 500 and rumours.is_stripped(why)),
  at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, topic_id) references rumours.topic (county, id),
  foreign key (county, into_id) references rumours.topic (county, id),
  check (topic_id <> into_id)
);
comment on column rumours.regrouping.why is 'purpose=record-keeping: why topics are put together or apart, naming no person; basis=record keeping; class=free-text; retention=with the record; readers=county-desk, publicity-editor, auditor';
comment on column rumours.regrouping.digest is 'purpose=recognition: a record sent twice (keyed HMAC, of the stripped text); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index regrouping_topic on rumours.regrouping (county, topic_id, at, received_at, id);
create index regrouping_into on rumours.regrouping (county, into_id);
select rumours.guard('rumours.regrouping');

-- Likelihood by harm, row by row from 1 to 5, and the hours within which each grade is answered; nought where no answer is due.
create table rumours.matrix (
  county integer not null,
  id uuid not null,
  grades text[] not null check (cardinality(grades) = 25 and grades <@ array['low', 'medium', 'high']),
  first_hours integer[] not null check (cardinality(first_hours) = 3 and 0 <= all (first_hours) and 240 >= all (first_hours)),
  final_hours integer[] not null check (cardinality(final_hours) = 3 and 0 <= all (final_hours) and 240 >= all (final_hours)),
  why text not null check (length(why) between 1 and 500 and rumours.is_stripped(why)),
  at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on column rumours.matrix.why is 'purpose=record-keeping: why the matrix is changed, naming no person; basis=record keeping; class=free-text; retention=with the record; readers=county-desk, publicity-editor, auditor';
comment on column rumours.matrix.digest is 'purpose=recognition: a record sent twice (keyed HMAC, of the stripped text); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index matrix_latest on rumours.matrix (county, at, received_at, id);
select rumours.guard('rumours.matrix');

-- Whose rota is the watch of twenty-four hours: a group of the command.
create table rumours.watch (
  county integer not null,
  id uuid not null,
  body_id uuid not null,
  at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on column rumours.watch.digest is 'purpose=recognition: a record sent twice (keyed HMAC, of the stripped text); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index watch_latest on rumours.watch (county, at, received_at, id);
select rumours.guard('rumours.watch');

create table rumours.advice (
  county integer not null,
  id uuid not null,
  week_on date not null,
  words text not null check (length(words) between 1 and 2000 and rumours.is_stripped(words)),
  at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on column rumours.advice.words is 'purpose=record-keeping: what to say next, naming no person; basis=record keeping; class=free-text; retention=with the record; readers=county-desk, publicity-editor, auditor';
comment on column rumours.advice.digest is 'purpose=recognition: a record sent twice (keyed HMAC, of the stripped text); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index advice_week on rumours.advice (county, week_on, at, received_at, id);
select rumours.guard('rumours.advice');

-- Where words stand after topics were put together or apart; the last one counts.
create table rumours.move (
  county integer not null,
  wording_id uuid not null,
  nth integer not null check (nth >= 1),
  topic_id uuid not null,
  regrouping_id uuid not null,
  received_at timestamptz not null,
  primary key (county, wording_id, nth),
  foreign key (county, wording_id) references rumours.wording (county, id),
  foreign key (county, topic_id) references rumours.topic (county, id),
  foreign key (county, regrouping_id) references rumours.regrouping (county, id)
);
create index move_topic on rumours.move (county, topic_id, wording_id);
select rumours.guard('rumours.move');

create view rumours.wording_now with (security_invoker = true) as
select w.county, w.id, w.words, w.digest, coalesce(m.topic_id, w.topic_id) as topic_id, coalesce(m.nth, 0) as nth
from rumours.wording w left join lateral (
  select topic_id, nth from rumours.move m where m.county = w.county and m.wording_id = w.id order by nth desc limit 1
) m on true;
grant select on rumours.wording_now to qunfang_rumours;
