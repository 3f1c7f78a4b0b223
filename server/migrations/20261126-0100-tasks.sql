-- From words to deeds: what an issued document asks becomes measures, a measure becomes tasks for places and posts, and every step of a
-- task is a fact. Where a task stands follows from its steps, its clocks and whether its document still stands.
create table command.measure (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  document_id uuid not null,
  nth integer not null check (nth >= 1),
  point integer check (point >= 1),
  title text not null,
  details text,
  asks_words boolean not null,
  asks_count text,
  asks_photo boolean not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, document_id, nth),
  foreign key (county, document_id) references command.issued (county, document_id)
);
comment on table command.measure is 'What an issued document wants done, and what shows that it was.';
comment on column command.measure.asks_count is 'The unit of the number that shows it; null where none is asked.';
comment on column command.measure.title is 'purpose=record-keeping: what is to be done, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column command.measure.details is 'purpose=record-keeping: what is to be done, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column command.measure.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column command.measure.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('command.measure');
grant select, insert on command.measure to qunfang_app;
grant select on command.measure to qunfang_clerk;

create table command.giving (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  document_id uuid not null,
  measure_id uuid,
  targets jsonb not null,
  at timestamptz not null,
  receipt_by timestamptz not null,
  due_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (at <= receipt_by and receipt_by <= due_at),
  foreign key (county, document_id) references command.issued (county, document_id),
  foreign key (county, measure_id) references command.measure (county, id)
);
comment on table command.giving is 'A document or a measure handed to many at once; a place that has it already gets no second.';
comment on column command.giving.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column command.giving.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('command.giving');
grant select, insert on command.giving to qunfang_app;
grant select on command.giving to qunfang_clerk;

create table command.task (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  document_id uuid not null,
  measure_id uuid,
  kind text not null check (kind in ('document', 'end', 'measure')),
  post_id uuid,
  role text,
  follows uuid,
  at timestamptz not null,
  receipt_by timestamptz not null,
  due_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check ((kind = 'measure') = (measure_id is not null)),
  check (num_nonnulls(post_id, role) <= 1),
  foreign key (county, document_id) references command.issued (county, document_id),
  foreign key (county, measure_id) references command.measure (county, id),
  foreign key (county, follows) references command.task (county, id)
);
comment on table command.task is 'Something one place, post or role has to acknowledge or to do. `document` and `end` want to be read, `measure` to be done.';
comment on column command.task.post_id is 'The post it is for, where it is not for the place as such.';
comment on column command.task.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column command.task.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index task_document on command.task (county, document_id, division, id);
create index task_measure on command.task (county, measure_id, division, id) where measure_id is not null;
create index task_due on command.task (county, division, due_at desc, id desc);
create index task_follows on command.task (county, follows) where follows is not null;
select kernel.guard('command.task');
grant select, insert on command.task to qunfang_app;
grant select on command.task to qunfang_clerk;

create table command.task_step (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  task_id uuid not null,
  step text not null check (step in ('delivered', 'received', 'read', 'doing', 'done', 'returned', 'reassigned')),
  note text,
  quantity numeric check (quantity >= 0),
  unit text,
  due_at timestamptz,
  to_task uuid,
  seat_id uuid,
  device_id uuid,
  device_seq integer,
  recorded_by uuid,
  recorded_at timestamptz not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check ((step = 'reassigned') = (to_task is not null)),
  check ((quantity is null) = (unit is null)),
  check (due_at is null or step = 'returned'),
  check (step not in ('returned', 'reassigned') or note is not null),
  foreign key (county, task_id) references command.task (county, id),
  foreign key (county, to_task) references command.task (county, id)
);
comment on table command.task_step is 'What a post did with a task, where and when; never edited.';
comment on column command.task_step.note is 'purpose=record-keeping: what was done, or why it came back; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column command.task_step.seat_id is 'purpose=answerability: the post it was done on; basis=record keeping; class=staff; retention=with the record; readers=scope';
comment on column command.task_step.device_id is 'purpose=answerability: which device said it; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.task_step.recorded_by is 'purpose=answerability: who did it; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column command.task_step.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index task_step_of on command.task_step (county, task_id, occurred_at) include (step, due_at, division);
select kernel.guard('command.task_step');
grant select, insert on command.task_step to qunfang_app;
grant select on command.task_step to qunfang_clerk;

create table command.task_photo (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  task_id uuid not null,
  type text not null check (type in ('image/jpeg', 'image/png')),
  size integer not null check (size > 0),
  sha256 bytea not null,
  content bytea not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, task_id) references command.task (county, id)
);
comment on table command.task_photo is 'Evidence as a picture, without anything a camera writes beside it: no place, no device, no hour.';
comment on column command.task_photo.sha256 is 'purpose=recognition: whether a copy is the picture that is kept; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column command.task_photo.content is 'purpose=record-keeping: what shows that a task was done; basis=record keeping; class=personal; retention=event; readers=scope';
comment on column command.task_photo.recorded_by is 'purpose=answerability: who took it; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column command.task_photo.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index task_photo_of on command.task_photo (county, task_id);
select kernel.guard('command.task_photo');
grant select, insert on command.task_photo to qunfang_app;
grant select on command.task_photo to qunfang_clerk;

create table command.step_photo (
  county integer not null,
  step_id uuid not null,
  photo_id uuid not null,
  division text collate "C" not null,
  primary key (county, step_id, photo_id),
  foreign key (county, step_id) references command.task_step (county, id),
  foreign key (county, photo_id) references command.task_photo (county, id)
);
comment on table command.step_photo is 'Which pictures a step shows.';
select kernel.guard('command.step_photo');
grant select, insert on command.step_photo to qunfang_app;
grant select on command.step_photo to qunfang_clerk;

-- Where every task stood at a moment, as known now: the same as `standingOf` of rules.tasks.ts, and a test holds the two together.
create function command.tasks_at(moment timestamptz)
  returns table (county integer, id uuid, division text, document_id uuid, measure_id uuid, kind text, post_id uuid, role text, at timestamptz,
    receipt_by timestamptz, due_at timestamptz, delivered_at timestamptz, heard_at timestamptz, read_at timestamptz, done_at timestamptz,
    state text)
  stable language sql as $$
  select t.county, t.id, t.division, t.document_id, t.measure_id, t.kind, t.post_id, t.role, t.at, t.receipt_by,
    greatest(t.due_at, s.due_at), s.delivered, s.heard, s.first_read, done.at,
    case
      when s.reassigned then 'reassigned'
      when t.kind <> 'measure' and s.last_read is not null then 'read'
      when done.at is not null then 'done'
      when t.kind <> 'end' and e.at <= moment then 'ended'
      when s.heard is null and moment >= t.receipt_by then 'silent'
      when s.heard is null then 'not-received'
      when moment >= greatest(t.due_at, s.due_at) then 'late'
      when s.doing > s.returned or s.returned is null and s.doing is not null then 'doing'
      when s.last_read > s.returned or s.returned is null and s.last_read is not null then 'read'
      when s.received > s.returned or s.returned is null and s.received is not null then 'received'
      else 'returned' end
  from command.task t
  left join command.document_end e on e.county = t.county and e.document_id = t.document_id
  cross join lateral (
    select min(one.occurred_at) filter (where one.step = 'delivered') as delivered,
      min(one.occurred_at) filter (where one.step in ('received', 'read', 'doing', 'done', 'returned')) as heard,
      max(one.occurred_at) filter (where one.step = 'received') as received,
      min(one.occurred_at) filter (where one.step = 'read') as first_read,
      max(one.occurred_at) filter (where one.step = 'read') as last_read,
      max(one.occurred_at) filter (where one.step = 'doing') as doing,
      min(one.occurred_at) filter (where one.step = 'done') as first_done,
      max(one.occurred_at) filter (where one.step = 'done') as last_done,
      max(one.occurred_at) filter (where one.step = 'returned') as returned,
      max(one.due_at) as due_at,
      count(*) filter (where one.step = 'reassigned') > 0 as reassigned
    from command.task_step one
    where one.county = t.county and one.task_id = t.id and one.occurred_at <= moment) s
  cross join lateral (
    select case
      when s.returned is null or s.first_done > s.returned then s.first_done
      when s.last_done > s.returned then s.last_done end as at) done
  where t.county = (select kernel.app_county()) and t.at <= moment
$$;
grant execute on function command.tasks_at(timestamptz) to qunfang_app, qunfang_clerk;

-- Whom each office was told about, and that it was told once.
create table command.task_reminder (
  county integer not null,
  task_id uuid not null,
  about text not null check (about in ('receipt', 'due')),
  level text not null check (level in ('village', 'township', 'county')),
  division text collate "C" not null,
  told_at timestamptz not null,
  primary key (county, task_id, about, level),
  foreign key (county, task_id) references command.task (county, id)
);
comment on table command.task_reminder is 'A task that nobody confirmed, or that is late, climbs from office to office; each is told once.';
select kernel.guard('command.task_reminder');
grant select, insert on command.task_reminder to qunfang_app;
grant select on command.task_reminder to qunfang_clerk;
