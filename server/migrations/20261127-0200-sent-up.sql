-- An issued report on its way to the system of the city: each request to send it, and each try with what the other side answered.
create table reporting.delivery (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  report_id uuid not null,
  nth integer not null check (nth >= 1),
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, report_id, nth),
  foreign key (county, report_id) references reporting.report (county, id)
);
comment on table reporting.delivery is 'The first is made by the issue of a report, each later one by somebody at the desk.';
comment on column reporting.delivery.recorded_by is 'purpose=answerability: who had it sent; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column reporting.delivery.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('reporting.delivery');
grant select, insert on reporting.delivery to qunfang_app;
grant select on reporting.delivery to qunfang_clerk;

create table reporting.delivery_try (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  delivery_id uuid not null,
  nth integer not null check (nth >= 1),
  state text not null check (state in ('delivered', 'partly', 'refused', 'failed', 'superseded')),
  fault text,
  status integer,
  imported integer,
  updated integer,
  ignored integer,
  deleted integer,
  conflicts jsonb not null,
  bytes integer,
  sha256 bytea,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, delivery_id, nth),
  check ((state = 'delivered') = (fault is null)),
  foreign key (county, delivery_id) references reporting.delivery (county, id)
);
comment on column reporting.delivery_try.conflicts is 'What was not taken: the code of the other side, and the figures and divisions of ours that it named; none of its words.';
comment on column reporting.delivery_try.sha256 is 'purpose=recognition: whether a copy is what was sent; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column reporting.delivery_try.recorded_by is 'purpose=answerability: nobody, or who had it tried; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column reporting.delivery_try.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('reporting.delivery_try');
grant select, insert on reporting.delivery_try to qunfang_app;
grant select on reporting.delivery_try to qunfang_clerk;
