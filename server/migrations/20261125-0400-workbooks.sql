-- A county that comes as one workbook: kept sealed for a day, held against what is there, and loaded step by step.
create schema workbooks;
grant usage on schema workbooks to qunfang_app, qunfang_clerk;

create table workbooks.workbook (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  account_id uuid,
  seat_id uuid,
  role text not null,
  bytes integer not null,
  parts integer not null,
  received_at timestamptz not null,
  expires_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on table workbooks.workbook is 'One file that was sent, without what stands in it. The division is the area of whoever sent it.';
comment on column workbooks.workbook.account_id is 'purpose=in whose name rows are loaded; basis=PIPL 54; class=staff; retention=as long as the audit; readers=seats of the area';
comment on column workbooks.workbook.seat_id is 'purpose=in whose name rows are loaded; basis=PIPL 54; class=staff; retention=as long as the audit; readers=seats of the area';
comment on column workbooks.workbook.digest is 'purpose=recognise a file sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=as long as the audit; readers=none';
create index workbook_received on workbooks.workbook (county, received_at desc);
select kernel.guard('workbooks.workbook');
grant select, insert on workbooks.workbook to qunfang_app;

create table workbooks.part (
  county integer not null,
  workbook_id uuid not null,
  nth integer not null,
  division text collate "C" not null,
  kind text not null check (kind in ('divisions', 'households', 'posts')),
  content bytea not null,
  primary key (county, workbook_id, nth),
  foreign key (county, workbook_id) references workbooks.workbook (county, id)
);
comment on table workbooks.part is 'What is judged and loaded in one transaction: some hundred households with their people, or posts, or divisions.';
comment on column workbooks.part.content is 'purpose=load the rows of the file into the county; basis=Infectious Diseases Act, PIPL 13(1)(4); class=sensitive, sealed; retention=24 hours; readers=none';
select kernel.guard('workbooks.part');
grant select, insert on workbooks.part to qunfang_app;

create table workbooks.sheet (
  county integer not null,
  workbook_id uuid not null,
  sheet text not null check (sheet in ('divisions', 'posts', 'households', 'people')),
  division text collate "C" not null,
  read integer not null,
  blank integer not null,
  primary key (county, workbook_id, sheet),
  foreign key (county, workbook_id) references workbooks.workbook (county, id)
);
comment on table workbooks.sheet is 'Rows below the headings, as the reader counted them; the example of the template counts as blank.';
select kernel.guard('workbooks.sheet');
grant select, insert on workbooks.sheet to qunfang_app;

create table workbooks.tally (
  county integer not null,
  workbook_id uuid not null,
  pass text not null check (pass in ('preview', 'apply')),
  nth integer not null,
  sheet text not null,
  division text collate "C" not null,
  at timestamptz not null,
  "new" integer not null,
  changed integer not null,
  same integer not null,
  conflict integer not null,
  rejected integer not null,
  primary key (county, workbook_id, pass, nth, sheet),
  foreign key (county, workbook_id, sheet) references workbooks.sheet (county, workbook_id, sheet)
);
comment on table workbooks.tally is 'What became of the rows of one part, written by the transaction that judged or loaded them; part 0 holds what was refused while reading.';
select kernel.guard('workbooks.tally');
grant select, insert on workbooks.tally to qunfang_app;

create table workbooks.finding (
  county integer not null,
  workbook_id uuid not null,
  pass text not null check (pass in ('preview', 'apply')),
  sheet text not null,
  row integer not null,
  seq integer not null,
  division text collate "C" not null,
  outcome text not null check (outcome in ('changed', 'conflict', 'rejected')),
  col text not null,
  zh text not null,
  en text not null,
  primary key (county, workbook_id, pass, sheet, row, seq),
  foreign key (county, workbook_id) references workbooks.workbook (county, id)
);
comment on table workbooks.finding is 'A row that is not simply new or the same, where it stands and why; never what stands in it.';
select kernel.guard('workbooks.finding');
grant select, insert on workbooks.finding to qunfang_app;

create table workbooks.result (
  county integer not null,
  workbook_id uuid not null,
  pass text not null check (pass in ('preview', 'apply')),
  sheet text not null,
  division text collate "C" not null,
  at timestamptz not null,
  read integer not null,
  "new" integer not null,
  changed integer not null,
  same integer not null,
  conflict integer not null,
  rejected integer not null,
  blank integer not null,
  primary key (county, workbook_id, pass, sheet),
  foreign key (county, workbook_id) references workbooks.workbook (county, id),
  constraint result_adds_up check (read = "new" + changed + same + conflict + rejected + blank)
);
comment on table workbooks.result is 'Counted by the database from the tallies; only read and blank come from the reader, so that a row that is lost on the way is refused.';
select kernel.guard('workbooks.result');
grant select, insert on workbooks.result to qunfang_app;

create table workbooks.ordering (
  county integer not null,
  workbook_id uuid not null,
  division text collate "C" not null,
  account_id uuid,
  seat_id uuid,
  role text not null,
  at timestamptz not null,
  primary key (county, workbook_id),
  foreign key (county, workbook_id) references workbooks.workbook (county, id)
);
comment on table workbooks.ordering is 'Somebody has seen the preview and ordered the rows to be loaded, in their own name.';
comment on column workbooks.ordering.account_id is 'purpose=in whose name rows are loaded; basis=PIPL 54; class=staff; retention=as long as the audit; readers=seats of the area';
comment on column workbooks.ordering.seat_id is 'purpose=in whose name rows are loaded; basis=PIPL 54; class=staff; retention=as long as the audit; readers=seats of the area';
select kernel.guard('workbooks.ordering');
grant select, insert on workbooks.ordering to qunfang_app;

create table workbooks.loaded (
  county integer not null,
  id uuid not null,
  workbook_id uuid not null,
  division text collate "C" not null,
  at timestamptz not null,
  digest bytea not null,
  primary key (county, id, workbook_id),
  foreign key (county, workbook_id) references workbooks.workbook (county, id)
);
comment on table workbooks.loaded is 'How a row read when it was loaded last, by the id of what it made: the same row again changes nothing, also when the desk has corrected it since.';
comment on column workbooks.loaded.digest is 'purpose=tell a changed row from the same one (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the household; readers=none';
select kernel.guard('workbooks.loaded');
grant select, insert on workbooks.loaded to qunfang_app;

create table workbooks.destruction (
  county integer not null,
  workbook_id uuid not null,
  division text collate "C" not null,
  ground text not null check (ground in ('expired', 'discarded')),
  at timestamptz not null,
  primary key (county, workbook_id),
  foreign key (county, workbook_id) references workbooks.workbook (county, id)
);
select kernel.guard('workbooks.destruction');
grant select, insert on workbooks.destruction to qunfang_app;

-- Runs with its owner's rights and only as a consequence of the fact, so that nobody who serves requests may delete anything.
create function workbooks.destroy() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  delete from workbooks.part p where p.county = new.county and p.workbook_id = new.workbook_id;
  return null;
end $$;
revoke execute on function workbooks.destroy() from public;
create trigger destroys after insert on workbooks.destruction for each row execute function workbooks.destroy();
