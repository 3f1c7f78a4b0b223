-- What is asked at the door. A questionnaire is never edited: a change is the next version, and answers keep the version that was
-- asked. Questions and what a positive answer opens are rows, so that a county changes them without a programmer.
create schema visits;
grant usage on schema visits to qunfang_app, qunfang_clerk;

create table visits.questionnaire (
  county integer not null,
  key text not null,
  version integer not null check (version >= 1),
  zh text not null,
  en text,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, key, version)
);
comment on column visits.questionnaire.recorded_by is 'purpose=who answers for what is asked; basis=record keeping; class=work account; retention=event; readers=county-desk, auditor';
select kernel.guard_county('visits.questionnaire');
grant select, insert on visits.questionnaire to qunfang_app;

create table visits.question (
  county integer not null,
  key text not null,
  version integer not null,
  nth integer not null,
  link_id text not null,
  within text,
  prefix text,
  zh text not null,
  en text,
  kind text not null check (kind in ('yes-no', 'choice', 'text', 'number', 'whole', 'day', 'moment', 'note', 'group')),
  asked text not null check (asked in ('person', 'household')),
  many boolean not null,
  required boolean not null,
  options jsonb not null,
  conditions jsonb not null,
  every boolean not null,
  primary key (county, key, version, nth),
  unique (county, key, version, link_id),
  foreign key (county, key, version) references visits.questionnaire (county, key, version)
);
comment on column visits.question.conditions is 'Asked only when these hold of other answers on the same sheet: all of them when `every`, else any.';
select kernel.guard_county('visits.question');
grant select, insert on visits.question to qunfang_app;

create table visits.follow_up_rule (
  county integer not null,
  key text not null,
  version integer not null,
  nth integer not null,
  link_id text not null,
  operator text not null,
  answer jsonb not null,
  kind text not null check (kind in ('travel', 'contact', 'fever', 'health', 'roster')),
  fills jsonb not null,
  primary key (county, key, version, nth),
  foreign key (county, key, version, link_id) references visits.question (county, key, version, link_id)
);
comment on column visits.follow_up_rule.fills is 'Which other questions of the sheet fill in the draft of what has to be recorded.';
select kernel.guard_county('visits.follow_up_rule');
grant select, insert on visits.follow_up_rule to qunfang_app;
