-- One measuring of somebody under observation, for one check of one day. Whether a check is due, done, late or missed is stored nowhere:
-- it is worked out from these and from the stated windows.
create table isolation.reading (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  order_id uuid not null,
  day date not null,
  slot text not null check (slot in ('day', 'morning', 'noon', 'evening')),
  temperature_c numeric(3, 1) check (temperature_c between 30 and 45),
  site text check (site in ('axillary', 'forehead', 'ear', 'wrist')),
  symptoms text[] not null,
  fever boolean not null,
  way text not null check (way in ('team', 'phone', 'self', 'paper', 'site')),
  doubt text check (doubt in ('ahead-of-receipt', 'day-apart', 'outside-observation')),
  corrects uuid,
  why text,
  voided boolean not null,
  device_id uuid,
  device_seq integer,
  recorded_by uuid,
  recorded_at timestamptz not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, order_id) references isolation.opening (county, id),
  foreign key (county, corrects) references isolation.reading (county, id),
  check ((corrects is null) = (why is null)),
  check (corrects is not null or not voided),
  check ((temperature_c is null) = (site is null))
);
comment on table isolation.reading is 'Nothing is edited: the row that no other row corrects is what counts. Readings of an ended order may still arrive.';
comment on column isolation.reading.division is 'Of the order: who answers for the person.';
comment on column isolation.reading.doubt is 'Why its time cannot be right as it stands. It is kept and counts for the check it names.';
comment on column isolation.reading.recorded_at is 'The device''s clock as it was, or when the paper was typed in.';
comment on column isolation.reading.temperature_c is 'purpose=isolation-care; basis=Infectious Diseases Act, PIPL 13(1)(4); class=health; retention=30 days after the release; readers=isolation-staff, village-cadre, township-officer, data-verifier, county-desk';
comment on column isolation.reading.site is 'purpose=isolation-care: where it was measured; basis=Infectious Diseases Act; class=health; retention=30 days after the release; readers=isolation-staff, village-cadre, township-officer, data-verifier, county-desk';
comment on column isolation.reading.symptoms is 'purpose=isolation-care; basis=Infectious Diseases Act, PIPL 13(1)(4); class=health; retention=30 days after the release; readers=isolation-staff, village-cadre, township-officer, data-verifier, county-desk';
comment on column isolation.reading.fever is 'purpose=isolation-care: by the edition of the order; basis=Infectious Diseases Act; class=health; retention=with the record; readers=isolation-staff, village-cadre, township-officer, data-verifier, county-desk';
comment on column isolation.reading.why is 'purpose=accuracy: why it was corrected; basis=PIPL 8 (accuracy); class=free-text; retention=30 days after the release; readers=scope';
comment on column isolation.reading.device_id is 'purpose=answerability: which device sent it; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column isolation.reading.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column isolation.reading.digest is 'purpose=recognition: of a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create unique index reading_device on isolation.reading (county, device_id, device_seq) where device_seq is not null;
create unique index reading_corrects on isolation.reading (county, corrects) where corrects is not null;
create index reading_order on isolation.reading (county, order_id, day);
create index reading_day on isolation.reading (county, day, division);
create index reading_doubt on isolation.reading (county, received_at) where doubt is not null;
select kernel.guard('isolation.reading');
grant select, insert on isolation.reading to qunfang_app;
grant select on isolation.reading to qunfang_clerk;

create view isolation.reading_now with (security_invoker = true) as
select r.county, r.id, r.division, r.order_id, r.day, r.slot, r.temperature_c, r.site, r.symptoms, r.fever, r.way, r.doubt, r.corrects,
  r.recorded_at, r.occurred_at, r.received_at
from isolation.reading r
where not r.voided and not exists (
  select from isolation.reading later where later.county = r.county and later.corrects = r.id);
grant select on isolation.reading_now to qunfang_app, qunfang_clerk;

-- When checks open, are due and are missed, and how fast a missed one climbs: a county's own, from a day on.
create table isolation.reading_plan (
  county integer not null,
  id uuid not null,
  since date not null,
  body jsonb not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on column isolation.reading_plan.body is 'purpose=record-keeping: windows and clocks, nobody in it; basis=emergency response regulations; class=plain; retention=with the record; readers=scope';
comment on column isolation.reading_plan.recorded_by is 'purpose=answerability: who set the plan; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column isolation.reading_plan.digest is 'purpose=recognition: of a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard_county('isolation.reading_plan');
grant select, insert on isolation.reading_plan to qunfang_app;

-- That an office was told of a missed check, so that it is told once. Who stands where now is worked out from the readings.
create table isolation.climb_told (
  county integer not null,
  order_id uuid not null,
  day date not null,
  slot text not null,
  level text not null check (level in ('village', 'township', 'county')),
  division text collate "C" not null,
  told_at timestamptz not null,
  primary key (county, order_id, day, slot, level),
  foreign key (county, order_id) references isolation.opening (county, id)
);
select kernel.guard('isolation.climb_told');
grant select, insert on isolation.climb_told to qunfang_app;
