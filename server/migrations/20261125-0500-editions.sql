-- Editions of a disease's plan as a county makes its own: drafted from an earlier one, changed until it is put in force, and never
-- afterwards. What is in force stands in disease_profile; a draft's later texts cannot reach it.
create unique index disease_profile_begins on cases.disease_profile (county, disease, valid_from);

create table cases.edition_draft (
  county integer not null,
  id uuid not null,
  code text not null,
  disease text not null,
  based_on text not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, code),
  foreign key (county, based_on) references cases.disease_profile (county, code)
);
comment on table cases.edition_draft is 'A code once used is never used for something else, also when the draft is dropped.';
comment on column cases.edition_draft.recorded_by is 'purpose=answerability: who drafted it; basis=record keeping; class=staff; retention=with the definition; readers=county-desk, auditor';
comment on column cases.edition_draft.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard_county('cases.edition_draft');
grant select, insert on cases.edition_draft to qunfang_app;

create table cases.edition_text (
  county integer not null,
  id uuid not null,
  draft_id uuid not null,
  version integer not null check (version > 0),
  zh text not null,
  en text not null,
  body jsonb not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, draft_id, version),
  foreign key (county, draft_id) references cases.edition_draft (county, id)
);
comment on table cases.edition_text is 'What a draft says; the highest version counts.';
comment on column cases.edition_text.recorded_by is 'purpose=answerability: who changed the draft; basis=record keeping; class=staff; retention=with the definition; readers=county-desk, auditor';
comment on column cases.edition_text.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard_county('cases.edition_text');
grant select, insert on cases.edition_text to qunfang_app;

create table cases.edition_drop (
  county integer not null,
  id uuid not null,
  draft_id uuid not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, draft_id),
  foreign key (county, draft_id) references cases.edition_draft (county, id)
);
comment on column cases.edition_drop.recorded_by is 'purpose=answerability: who dropped the draft; basis=record keeping; class=staff; retention=with the definition; readers=county-desk, auditor';
comment on column cases.edition_drop.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard_county('cases.edition_drop');
grant select, insert on cases.edition_drop to qunfang_app;

create table cases.edition_start (
  county integer not null,
  id uuid not null,
  draft_id uuid not null,
  code text not null,
  version integer not null,
  document_no text not null check (document_no ~ '\S'),
  authority text not null check (authority ~ '\S'),
  decider text not null check (decider ~ '\S'),
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, draft_id),
  foreign key (county, draft_id, version) references cases.edition_text (county, draft_id, version),
  foreign key (county, code) references cases.disease_profile (county, code)
);
comment on table cases.edition_start is 'By what document and whose decision an edition was put in force; from which day stands in disease_profile.';
comment on column cases.edition_start.decider is 'purpose=answerability: who decided, as the document says; basis=PIPL 54; class=staff; retention=with the definition; readers=county';
comment on column cases.edition_start.recorded_by is 'purpose=answerability: who entered it; basis=record keeping; class=staff; retention=with the definition; readers=county-desk, auditor';
comment on column cases.edition_start.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard_county('cases.edition_start');
grant select, insert on cases.edition_start to qunfang_app;

-- An edition ends the day before the next one of its disease begins, or earlier where it says so itself.
create view cases.published_editions with (security_invoker = true) as
select county, code, disease, zh, en, valid_from,
  least(valid_to, lead(valid_from) over (partition by county, disease order by valid_from nulls first, code) - 1) as valid_to, body
from cases.disease_profile;
grant select on cases.published_editions to qunfang_app;

-- Who is under observation stays under the edition they began with, unless an order says that open episodes change over.
create table cases.changeover (
  county integer not null,
  id uuid not null,
  disease text not null,
  from_code text not null,
  to_code text not null check (to_code <> from_code),
  from_day date not null,
  document_no text not null check (document_no ~ '\S'),
  authority text not null check (authority ~ '\S'),
  decider text not null check (decider ~ '\S'),
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, from_code, from_day),
  foreign key (county, from_code) references cases.disease_profile (county, code),
  foreign key (county, to_code) references cases.disease_profile (county, code)
);
comment on column cases.changeover.decider is 'purpose=answerability: who decided, as the document says; basis=PIPL 54; class=staff; retention=with the definition; readers=county';
comment on column cases.changeover.recorded_by is 'purpose=answerability: who entered it; basis=record keeping; class=staff; retention=with the definition; readers=county-desk, auditor';
comment on column cases.changeover.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard_county('cases.changeover');
grant select, insert on cases.changeover to qunfang_app;

create view cases.published_changeovers with (security_invoker = true) as
select county, id as changeover_id, disease, from_code as from_edition, to_code as to_edition, from_day, document_no, authority
from cases.changeover;
grant select on cases.published_changeovers to qunfang_app;
