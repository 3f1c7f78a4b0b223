create table places.position (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  checkpoint_id uuid,
  compound_id uuid,
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  datum text not null check (datum in ('wgs84', 'gcj02')),
  given_lon double precision not null,
  given_lat double precision not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, division) references places.division (county, division),
  foreign key (county, checkpoint_id) references places.checkpoint (county, id),
  foreign key (county, compound_id) references places.compound (county, id),
  check (checkpoint_id is null or compound_id is null)
);
comment on table places.position is 'Somebody put a place on the map: a checkpoint, a compound, or (with neither id) the division itself. Most places have none, and that is normal.';
comment on column places.position.lon is 'WGS 84, whatever datum it was given in.';
comment on column places.position.datum is 'Of given_lon and given_lat, as read off the map that was used.';
comment on column places.position.recorded_by is 'purpose=know who placed it; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the place is kept; readers=county-desk, administrator, auditor, township-officer of the division';
create index position_checkpoint on places.position (county, checkpoint_id, recorded_at desc) where checkpoint_id is not null;
create index position_compound on places.position (county, compound_id, recorded_at desc) where compound_id is not null;
create index position_division on places.position (county, division, recorded_at desc)
  where checkpoint_id is null and compound_id is null;
select kernel.guard('places.position');
grant select, insert on places.position to qunfang_app;
grant select on places.position to qunfang_clerk;
