-- The board of checks is asked for all day, and its readings were most of its cost. The newest day for which somebody was measured is kept
-- with the order: when each of its checks was first taken, and when something abnormal was first said. Any other day is read as before.
alter table isolation.span add column seen_day date, add column seen_at timestamptz[], add column ill_at timestamptz[];
comment on column isolation.span.seen_day is 'The day of met: days to come too.';
comment on column isolation.span.seen_at is 'When each check of seen_day was first taken, in the order of isolation.check_place.';
comment on column isolation.span.ill_at is 'purpose=isolation-care: when something abnormal was first said at each check of that day; basis=Infectious Diseases Act; class=health; retention=with the record; readers=isolation-staff, village-cadre, township-officer, data-verifier, county-desk';

create view isolation.day_seen with (security_invoker = true) as
select county, order_id, day, max(isolation.check_place(day, slot)) as met,
  array[min(occurred_at) filter (where slot = 'day'), min(occurred_at) filter (where slot = 'morning'),
    min(occurred_at) filter (where slot = 'noon'), min(occurred_at) filter (where slot = 'evening')] as seen_at,
  array[min(occurred_at) filter (where slot = 'day' and (fever or symptoms <> '{}')),
    min(occurred_at) filter (where slot = 'morning' and (fever or symptoms <> '{}')),
    min(occurred_at) filter (where slot = 'noon' and (fever or symptoms <> '{}')),
    min(occurred_at) filter (where slot = 'evening' and (fever or symptoms <> '{}'))] as ill_at
from isolation.reading_now group by county, order_id, day;
grant select on isolation.day_seen to qunfang_app, qunfang_clerk;

update isolation.span s set seen_day = d.day, seen_at = d.seen_at, ill_at = d.ill_at
from isolation.day_seen d
where d.county = s.county and d.order_id = s.order_id and s.met is not null
  and d.day = date '2000-01-01' + (s.met - 1) / 4;

create function isolation.earlier(one timestamptz[], other timestamptz[]) returns timestamptz[] immutable parallel safe language sql
  return array[least(one[1], other[1]), least(one[2], other[2]), least(one[3], other[3]), least(one[4], other[4])];

create or replace function isolation.meets() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  -- In one order, so that nobody waits in a circle; what the one before has added is seen by the statements that follow.
  perform from isolation.span s join (select distinct county, order_id from added) a on a.county = s.county and a.order_id = s.order_id
    order by s.order_id for no key update of s;
  update isolation.span s set met = greatest(s.met, a.met), seen_day = a.day,
    seen_at = case when s.seen_day = a.day then isolation.earlier(s.seen_at, a.seen_at) else a.seen_at end,
    ill_at = case when s.seen_day = a.day then isolation.earlier(s.ill_at, a.ill_at) else a.ill_at end
  from (
    select distinct on (county, order_id) county, order_id, day, max(isolation.check_place(day, slot)) as met,
      array[min(occurred_at) filter (where slot = 'day'), min(occurred_at) filter (where slot = 'morning'),
        min(occurred_at) filter (where slot = 'noon'), min(occurred_at) filter (where slot = 'evening')] as seen_at,
      array[min(occurred_at) filter (where slot = 'day' and (fever or symptoms <> '{}')),
        min(occurred_at) filter (where slot = 'morning' and (fever or symptoms <> '{}')),
        min(occurred_at) filter (where slot = 'noon' and (fever or symptoms <> '{}')),
        min(occurred_at) filter (where slot = 'evening' and (fever or symptoms <> '{}'))] as ill_at
    from added where corrects is null group by county, order_id, day order by county, order_id, day desc) a
  where s.county = a.county and s.order_id = a.order_id and (s.seen_day is null or s.seen_day <= a.day);
  if exists (select from added where corrects is not null) then
    update isolation.span s set met = d.met, seen_day = d.day, seen_at = d.seen_at, ill_at = d.ill_at
    from (select distinct county, order_id from added where corrects is not null) a
    left join lateral (
      select d.met, d.day, d.seen_at, d.ill_at from isolation.day_seen d
      where d.county = a.county and d.order_id = a.order_id order by d.day desc limit 1) d on true
    where s.county = a.county and s.order_id = a.order_id;
  end if;
  return null;
end $$;
