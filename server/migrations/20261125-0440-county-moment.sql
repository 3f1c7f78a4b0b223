-- A county that lives in the past says at which moment: what is due, overdue or standing there is seen as of then, unless somebody
-- asks for another moment. What is recorded keeps the real time of its arrival.
alter table retention.calendar add column moment timestamptz check (kind = 'historical' or moment is null);
comment on column retention.calendar.moment is 'Empty: today.';
-- Whether the people are made up is asked last: it is a look at all of them.
create function retention.county_moment(in_county integer) returns timestamptz stable set search_path = '' language sql as $$
  select case when said.moment is not null and retention.is_historical(in_county) then said.moment end
  from retention.calendar said where said.county = in_county
  order by said.received_at desc, said.id desc limit 1
$$;
revoke execute on function retention.county_moment(integer) from public;
grant execute on function retention.county_moment(integer) to qunfang_app;
