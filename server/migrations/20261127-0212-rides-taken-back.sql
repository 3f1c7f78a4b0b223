-- A ride, its arrival or the cleaning after it that was entered wrongly is taken back like any other record of a site, and entered anew. A
-- ride that is taken back takes its arrival and its cleaning along.
alter table sites.taking_back drop constraint taking_back_kind_check, add constraint taking_back_kind_check
  check (kind in ('meal', 'activity', 'goods', 'disinfection', 'ride', 'arrival', 'cleaning'));

-- One that stands, no longer one at all: a second is refused while the first stands.
alter table sites.transfer_arrival drop constraint transfer_arrival_county_transfer_id_key;
alter table sites.vehicle_cleaning drop constraint vehicle_cleaning_county_transfer_id_key;
create index transfer_arrival_ride on sites.transfer_arrival (county, transfer_id);
create index vehicle_cleaning_ride on sites.vehicle_cleaning (county, transfer_id);

create or replace view sites.record with (security_invoker = true) as
select county, id, division, site_id, 'meal' as kind, at, recorded_by from sites.meal
union all select county, id, division, site_id, 'activity', at, recorded_by from sites.activity
union all select county, id, division, site_id, 'goods', at, recorded_by from sites.goods_use
union all select county, id, division, site_id, 'disinfection', at, recorded_by from sites.disinfection
union all select county, id, division, site_id, 'ride', at, recorded_by from sites.transfer
union all select a.county, a.id, a.division, f.site_id, 'arrival', a.at, a.recorded_by from sites.transfer_arrival a
  join sites.transfer f on f.county = a.county and f.id = a.transfer_id
union all select c.county, c.id, c.division, f.site_id, 'cleaning', c.at, c.recorded_by from sites.vehicle_cleaning c
  join sites.transfer f on f.county = c.county and f.id = c.transfer_id;

create view sites.ride_now with (security_invoker = true) as
select f.county, f.id, f.site_id, f.vehicle_id, f.at from sites.transfer f
where not exists (select from sites.taking_back t where t.county = f.county and t.kind = 'ride' and t.record_id = f.id);
create view sites.arrival_now with (security_invoker = true) as
select a.county, a.id, a.transfer_id, a.at from sites.transfer_arrival a
where not exists (select from sites.taking_back t where t.county = a.county and t.kind = 'arrival' and t.record_id = a.id);
create view sites.cleaning_now with (security_invoker = true) as
select c.county, c.id, c.transfer_id, c.at from sites.vehicle_cleaning c
where not exists (select from sites.taking_back t where t.county = c.county and t.kind = 'cleaning' and t.record_id = c.id);
grant select on sites.ride_now, sites.arrival_now, sites.cleaning_now to qunfang_app;

create or replace function sites.rides() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  perform from sites.vehicle v where v.county = new.county and v.id = new.vehicle_id for update;
  if exists (select from sites.ride_now earlier
    left join sites.cleaning_now c on c.county = earlier.county and c.transfer_id = earlier.id
    where earlier.county = new.county and earlier.vehicle_id = new.vehicle_id and earlier.id <> new.id
      and earlier.at <= new.at and (c.at is null or c.at > new.at)) then
    raise exception 'sites: the vehicle has not been cleaned' using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke execute on function sites.rides() from public;

-- The row of the ride is locked, so that of two arrivals at once the second sees the first.
create function sites.steps_once() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  stand integer;
begin
  perform from sites.transfer f where f.county = new.county and f.id = new.transfer_id for update;
  if tg_table_name = 'transfer_arrival' then
    select count(*) into stand from sites.arrival_now a where a.county = new.county and a.transfer_id = new.transfer_id;
  else
    select count(*) into stand from sites.cleaning_now c where c.county = new.county and c.transfer_id = new.transfer_id;
  end if;
  if stand > 1 then
    raise exception 'sites: the ride has arrived or was cleaned after already' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger steps_once after insert on sites.transfer_arrival for each row execute function sites.steps_once();
create trigger steps_once after insert on sites.vehicle_cleaning for each row execute function sites.steps_once();
revoke execute on function sites.steps_once() from public;
