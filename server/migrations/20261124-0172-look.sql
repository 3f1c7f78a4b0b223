-- Who looked at whom, one row per person seen. The audit trail says that a list of fifty was read; this says whose fifty, so that
-- any of them can be told. Written by the same statement that reads: no row, no look.
create table people.look (
  county integer not null,
  id uuid not null,
  person_id uuid not null,
  division text collate "C" not null,
  at timestamptz not null,
  role text not null,
  account_id uuid,
  seat_id uuid,
  device_id uuid,
  purpose text not null check (purpose in ('checkpoint-screening', 'fever-hand-over', 'contact-tracing', 'home-visit',
    'isolation-care', 'agency-list-check', 'supervision', 'resident-request')),
  fields text[] not null,
  request_id text not null,
  primary key (county, id)
);
create index look_person on people.look (county, person_id, at, id);
comment on column people.look.county is 'purpose=which county keeps the record; basis=PIPL 54; class=plain; retention=3 years; readers=county-desk, auditor';
comment on column people.look.id is 'purpose=one look; basis=PIPL 54; class=plain; retention=3 years; readers=county-desk, auditor';
comment on column people.look.person_id is 'purpose=tell a person who looked; basis=PIPL 44; class=pseudonym; retention=3 years; readers=county-desk, auditor';
comment on column people.look.division is 'purpose=from where it was looked; basis=PIPL 44; class=staff; retention=3 years; readers=county-desk, auditor, the person';
comment on column people.look.at is 'purpose=when it was looked; basis=PIPL 44; class=plain; retention=3 years; readers=county-desk, auditor, the person';
comment on column people.look.role is 'purpose=in which capacity; basis=PIPL 44; class=staff; retention=3 years; readers=county-desk, auditor, the person';
comment on column people.look.account_id is 'purpose=answerability of who looked; basis=PIPL 54; class=staff; retention=3 years; readers=county-desk, auditor';
comment on column people.look.seat_id is 'purpose=answerability of the seat; basis=PIPL 54; class=staff; retention=3 years; readers=county-desk, auditor';
comment on column people.look.device_id is 'purpose=answerability of the device; basis=PIPL 54; class=staff; retention=3 years; readers=county-desk, auditor';
comment on column people.look.purpose is 'purpose=what for; basis=PIPL 44; class=plain; retention=3 years; readers=county-desk, auditor, the person';
comment on column people.look.fields is 'purpose=what was shown whole (empty when masked); basis=PIPL 44; class=plain; retention=3 years; readers=county-desk, auditor, the person';
comment on column people.look.request_id is 'purpose=find the entry in the audit trail; basis=PIPL 54; class=plain; retention=3 years; readers=county-desk, auditor';
select kernel.guard('people.look');
grant select, insert on people.look to qunfang_app;
