create table access.seat (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  role text not null check (role in ('county-desk', 'data-verifier', 'township-officer', 'village-cadre', 'checkpoint-shift',
    'isolation-staff', 'supplies-keeper', 'publicity-editor', 'auditor', 'administrator')),
  place_id uuid,
  title text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (county, id)
);
comment on table access.seat is 'A post that has work to do, whoever sits on it. Role, division and place of a seat never change: another post is another seat.';
create index seat_division on access.seat (county, division, role);
select kernel.guard('access.seat');
grant select, insert on access.seat to qunfang_app;
grant update (closed_at) on access.seat to qunfang_app;

create table access.occupancy (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  seat_id uuid not null,
  account_id uuid not null,
  begins_at timestamptz not null,
  ends_at timestamptz,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (county, id),
  foreign key (county, seat_id) references access.seat (county, id),
  foreign key (county, account_id) references access.account (county, id),
  check (ends_at is null or ends_at >= begins_at)
);
comment on table access.occupancy is 'Who sat on a seat, from and to. One at a time: replacing the person moves the seat''s work to the next.';
create unique index occupancy_open on access.occupancy (county, seat_id) where ends_at is null;
create index occupancy_account on access.occupancy (county, account_id);
select kernel.guard('access.occupancy');
grant select, insert on access.occupancy to qunfang_app;
grant update (ends_at) on access.occupancy to qunfang_app;

select access.card('access.occupancy', '{county,id,division,seat_id,account_id,begins_at,ends_at,recorded_by,recorded_at}',
  'purpose=know who was responsible when; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the records of the seat; readers=administrator, county-desk, auditor, township-officer of the division, the person');
