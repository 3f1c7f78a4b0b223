-- Daily reports: what every village says of itself by a fixed hour, a zero said as a zero. What nobody has sent is missing, and is
-- derived from there being nothing; a report sent again stands beside the one before.
create table reporting.daily_form (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  figures text[] not null check (cardinality(figures) between 1 and 20),
  due_minute integer not null check (due_minute between 0 and 1439),
  from_on date not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, division, from_on)
);
comment on table reporting.daily_form is 'Which figures every village of the area is asked for, and by which minute of the day (Asia/Shanghai); the nearest area and the newest from_on stand.';
comment on column reporting.daily_form.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column reporting.daily_form.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('reporting.daily_form');
grant select, insert on reporting.daily_form to qunfang_app;
grant select on reporting.daily_form to qunfang_clerk;

create table reporting.daily (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  form_id uuid not null,
  day date not null,
  counted jsonb not null,
  zero boolean not null,
  note text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, form_id) references reporting.daily_form (county, id)
);
comment on column reporting.daily.note is 'purpose=record-keeping: what the numbers do not say, never a person; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column reporting.daily.recorded_by is 'purpose=answerability: who reported; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column reporting.daily.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index daily_of on reporting.daily (county, day, division, received_at desc, id desc);
select kernel.guard('reporting.daily');
grant select, insert on reporting.daily to qunfang_app;
grant select on reporting.daily to qunfang_clerk;

create table reporting.daily_step (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  daily_id uuid not null,
  step text not null check (step in ('returned', 'accepted')),
  note text check (step = 'accepted' or note is not null),
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, daily_id),
  foreign key (county, daily_id) references reporting.daily (county, id)
);
comment on column reporting.daily_step.note is 'purpose=record-keeping: what has to be looked at again; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column reporting.daily_step.recorded_by is 'purpose=answerability: who accepted or returned; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column reporting.daily_step.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('reporting.daily_step');
grant select, insert on reporting.daily_step to qunfang_app;
grant select on reporting.daily_step to qunfang_clerk;
