-- Rows about persons that leave as a file: who asked and why, who agreed, what was read, and that it was handed over once.
create table workbooks.export (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  fields text[] not null,
  purpose text not null,
  ground text not null,
  account_id uuid not null,
  seat_id uuid not null,
  role text not null,
  area text not null,
  rows integer not null,
  rows_before integer not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (county, id)
);
comment on table workbooks.export is 'The division is what is exported; area is that of the seat that asked.';
comment on column workbooks.export.ground is 'purpose=why the file is needed; basis=PIPL 51, 54; class=internal; retention=as long as the audit; readers=seats of the area that may export';
comment on column workbooks.export.account_id is 'purpose=who takes data out; basis=PIPL 54; class=staff; retention=as long as the audit; readers=seats of the area that may export';
comment on column workbooks.export.seat_id is 'purpose=who takes data out; basis=PIPL 54; class=staff; retention=as long as the audit; readers=seats of the area that may export';
comment on column workbooks.export.rows_before is 'purpose=how many rows the same account has asked for within a day; basis=PIPL 54; class=staff; retention=as long as the audit; readers=seats of the area that may export';
create index export_asked on workbooks.export (county, asked_at desc);
create index export_account on workbooks.export (county, account_id, asked_at);
select kernel.guard('workbooks.export');
grant select, insert on workbooks.export to qunfang_app;

create table workbooks.export_decision (
  county integer not null,
  export_id uuid not null,
  division text collate "C" not null,
  decision text not null check (decision in ('approved', 'refused')),
  account_id uuid not null,
  seat_id uuid not null,
  at timestamptz not null,
  primary key (county, export_id),
  foreign key (county, export_id) references workbooks.export (county, id)
);
comment on column workbooks.export_decision.account_id is 'purpose=who agreed that data leave; basis=PIPL 54; class=staff; retention=as long as the audit; readers=seats of the area that may export';
comment on column workbooks.export_decision.seat_id is 'purpose=who agreed that data leave; basis=PIPL 54; class=staff; retention=as long as the audit; readers=seats of the area that may export';
select kernel.guard('workbooks.export_decision');
grant select, insert on workbooks.export_decision to qunfang_app;

-- Four eyes are two persons, whatever the code in front of it believes.
create function workbooks.second_person() returns trigger set search_path = '' language plpgsql as $$
begin
  if exists (select from workbooks.export e where e.county = new.county and e.id = new.export_id and e.account_id = new.account_id) then
    raise exception 'workbooks: whoever asks does not decide' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger second_person before insert on workbooks.export_decision for each row execute function workbooks.second_person();

create table workbooks.export_part (
  county integer not null,
  export_id uuid not null,
  nth integer not null,
  division text collate "C" not null,
  rows integer not null,
  -- Where the next part begins; empty after the last.
  next text,
  content bytea not null,
  primary key (county, export_id, nth),
  foreign key (county, export_id) references workbooks.export (county, id)
);
comment on column workbooks.export_part.content is 'purpose=rows that were asked for, until they are handed over; basis=Infectious Diseases Act, PIPL 13(1)(4); class=sensitive, sealed; retention=24 hours, or until handed over; readers=whoever asked';
select kernel.guard('workbooks.export_part');
grant select, insert on workbooks.export_part to qunfang_app;

create table workbooks.export_end (
  county integer not null,
  export_id uuid not null,
  division text collate "C" not null,
  outcome text not null check (outcome in ('downloaded', 'cancelled', 'refused', 'expired')),
  at timestamptz not null,
  primary key (county, export_id),
  foreign key (county, export_id) references workbooks.export (county, id)
);
select kernel.guard('workbooks.export_end');
grant select, insert on workbooks.export_end to qunfang_app;

create function workbooks.forget_parts() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  delete from workbooks.export_part p where p.county = new.county and p.export_id = new.export_id;
  return null;
end $$;
revoke execute on function workbooks.forget_parts() from public;
create trigger forgets after insert on workbooks.export_end for each row execute function workbooks.forget_parts();
