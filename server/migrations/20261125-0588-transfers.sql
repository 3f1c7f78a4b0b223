-- Rides of people to, from and between a site, a home and a hospital. A vehicle is cleaned after every ride before its next one.
create table sites.vehicle (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  label text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, site_id) references sites.site (county, id)
);
comment on column sites.vehicle.label is 'purpose=isolation-care: an official car, never somebody''s own; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column sites.vehicle.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.vehicle.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index vehicle_site on sites.vehicle (county, site_id, id);
select kernel.guard('sites.vehicle');
grant select, insert on sites.vehicle to qunfang_app;
grant select on sites.vehicle to qunfang_clerk;

create table sites.transfer (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  vehicle_id uuid not null,
  lodging_id uuid,
  crew uuid[] not null check (cardinality(crew) between 1 and 6),
  from_kind text not null check (from_kind in ('home', 'checkpoint', 'site', 'hospital')),
  from_place text not null,
  to_kind text not null check (to_kind in ('home', 'site', 'hospital')),
  to_place text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, site_id) references sites.site (county, id),
  foreign key (county, vehicle_id) references sites.vehicle (county, id),
  foreign key (county, lodging_id) references sites.lodging (county, id)
);
comment on column sites.transfer.crew is 'Posts of the responsibility system: who sat in the car is who held them then.';
comment on column sites.transfer.vehicle_id is 'purpose=isolation-care: which official car; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column sites.transfer.from_place is 'purpose=isolation-care: a village, checkpoint, site or hospital, never a door; basis=Infectious Diseases Act; class=whereabouts; retention=21 days after the release; readers=isolation-staff, township-officer, county-desk';
comment on column sites.transfer.to_place is 'purpose=isolation-care: a village, site or hospital, never a door; basis=Infectious Diseases Act; class=whereabouts; retention=21 days after the release; readers=isolation-staff, township-officer, county-desk';
comment on column sites.transfer.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.transfer.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index transfer_latest on sites.transfer (county, site_id, at desc, id desc);
create index transfer_vehicle on sites.transfer (county, vehicle_id, at desc);
select kernel.guard('sites.transfer');
grant select, insert on sites.transfer to qunfang_app;
grant select on sites.transfer to qunfang_clerk;

create table sites.transfer_arrival (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  transfer_id uuid not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, transfer_id),
  foreign key (county, transfer_id) references sites.transfer (county, id)
);
comment on column sites.transfer_arrival.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.transfer_arrival.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('sites.transfer_arrival');
grant select, insert on sites.transfer_arrival to qunfang_app;
grant select on sites.transfer_arrival to qunfang_clerk;

create table sites.vehicle_cleaning (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  transfer_id uuid not null,
  agent text not null,
  mg_per_litre integer not null check (mg_per_litre > 0),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, transfer_id),
  foreign key (county, transfer_id) references sites.transfer (county, id)
);
comment on column sites.vehicle_cleaning.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.vehicle_cleaning.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('sites.vehicle_cleaning');
grant select, insert on sites.vehicle_cleaning to qunfang_app;
grant select on sites.vehicle_cleaning to qunfang_clerk;

-- The row of the vehicle is locked, so that of two rides at once the second sees the first.
create function sites.rides() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  perform from sites.vehicle v where v.county = new.county and v.id = new.vehicle_id for update;
  if exists (select from sites.transfer earlier
    left join sites.vehicle_cleaning c on c.county = earlier.county and c.transfer_id = earlier.id
    where earlier.county = new.county and earlier.vehicle_id = new.vehicle_id and earlier.id <> new.id
      and earlier.at <= new.at and (c.at is null or c.at > new.at)) then
    raise exception 'sites: the vehicle has not been cleaned' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger rides after insert on sites.transfer for each row execute function sites.rides();
revoke execute on function sites.rides() from public;

-- What is open when one shift goes and the next one comes, as it stood at that moment; taken over by somebody with a name and a time.
create table sites.shift_change (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  open_matters jsonb not null,
  note text,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, site_id) references sites.site (county, id)
);
comment on column sites.shift_change.open_matters is 'purpose=isolation-care: what is open: rooms, times and counts, nobody''s name; basis=record keeping; class=internal; retention=event; readers=isolation-staff, township-officer, county-desk';
comment on column sites.shift_change.note is 'purpose=isolation-care: what the next shift has to know; basis=record keeping; class=free-text; retention=event; readers=isolation-staff, township-officer, county-desk';
comment on column sites.shift_change.recorded_by is 'purpose=answerability: who handed over; basis=record keeping; class=staff; retention=event; readers=isolation-staff, township-officer, county-desk, auditor';
comment on column sites.shift_change.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index shift_change_latest on sites.shift_change (county, site_id, at desc, id desc);
select kernel.guard('sites.shift_change');
grant select, insert on sites.shift_change to qunfang_app;
grant select on sites.shift_change to qunfang_clerk;

create table sites.shift_taking (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  change_id uuid not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, change_id),
  foreign key (county, change_id) references sites.shift_change (county, id)
);
comment on column sites.shift_taking.recorded_by is 'purpose=answerability: who took over; basis=record keeping; class=staff; retention=event; readers=isolation-staff, township-officer, county-desk, auditor';
comment on column sites.shift_taking.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('sites.shift_taking');
grant select, insert on sites.shift_taking to qunfang_app;
grant select on sites.shift_taking to qunfang_clerk;
