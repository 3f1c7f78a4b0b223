-- Closures: what the county keeps shut, called off or suspended, and by which document. Nothing stands without one, and nothing after its
-- end: both are said here as constraints, whatever the code above does.
create schema closures;
grant usage on schema closures to qunfang_app, qunfang_clerk;

create function closures.day_of(moment timestamptz) returns date immutable parallel safe language sql
  return (moment at time zone 'Asia/Shanghai')::date;
-- The end of a day is the first moment of the next.
create function closures.end_of(day date) returns timestamptz immutable parallel safe language sql
  return (day + 1)::timestamp at time zone 'Asia/Shanghai';

create table closures.subject (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  kind text not null,
  class text not null,
  name text not null check (name ~ '\S'),
  address text not null,
  held_from timestamptz,
  held_to timestamptz,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check ((kind = 'gathering') = (held_from is not null) and (held_from is null) = (held_to is null) and held_from < held_to),
  check (case kind
    when 'venue' then class in ('ktv', 'bath', 'internet-cafe', 'bar', 'cinema', 'library', 'training', 'travel-agency', 'tourism', 'other-venue')
    when 'gathering' then class in ('banquet', 'fair', 'lantern-show', 'performance', 'other-gathering')
    when 'line' then class in ('coach', 'bus', 'taxi') else false end)
);
comment on table closures.subject is 'What can be ordered to stop: a venue, a gathering that is planned, a line of transport. A firm, never a person.';
comment on column closures.subject.name is 'purpose=record-keeping: what a firm or a gathering calls itself, never a person; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column closures.subject.address is 'purpose=record-keeping: where a firm does business, never where somebody lives; basis=record keeping; class=plain; retention=with the record; readers=scope';
create index subject_area on closures.subject (county, division, id);
create index subject_class on closures.subject (county, class, division, id);
select kernel.guard('closures.subject');

create table closures.subject_end (
  county integer not null,
  subject_id uuid not null,
  id uuid not null,
  division text collate "C" not null,
  why text not null check (why in ('gone', 'entered-wrongly')),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, subject_id),
  unique (county, id),
  foreign key (county, subject_id) references closures.subject (county, id)
);
comment on column closures.subject_end.why is 'purpose=record-keeping: one of a closed list; basis=record keeping; class=plain; retention=with the record; readers=scope';
select kernel.guard('closures.subject_end');

-- A closure begins by a decision, and goes on only by a further one that says everything anew.
create table closures.decision (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  order_id uuid not null,
  classes text[] not null,
  by_name boolean not null,
  document_id uuid not null,
  authority text not null check (authority ~ '\S'),
  decider text not null check (decider ~ '\S'),
  basis text not null check (basis ~ '\S'),
  ground text not null check (ground ~ '\S'),
  appeal text not null check (appeal ~ '\S'),
  from_at timestamptz not null,
  ends_on date not null,
  review_on date not null,
  ends_at timestamptz not null generated always as (closures.end_of(ends_on)) stored,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, order_id) references closures.decision (county, id),
  -- The first closes either the classes of its area or those it names; the others add nothing to that.
  check (case when id = order_id then by_name = (cardinality(classes) = 0) else not by_name and cardinality(classes) = 0 end),
  constraint decision_ends_in_time check (ends_on between closures.day_of(from_at) and closures.day_of(from_at) + 30),
  constraint decision_reviewed_in_time check (review_on between closures.day_of(from_at) and least(ends_on, closures.day_of(from_at) + 14))
);
comment on table closures.decision is 'The first decision opens a closure and has its id; those that follow keep it up. All of it goes by documents that stand.';
comment on column closures.decision.division is 'The area whose subjects of these classes it closes.';
comment on column closures.decision.by_name is 'It closes the subjects that closures.named lists.';
comment on column closures.decision.decider is 'purpose=answerability: under which post it was decided, never a name; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column closures.decision.ground is 'purpose=record-keeping: why these classes are closed, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
create index decision_order on closures.decision (county, order_id, from_at, received_at, id);
create index decision_document on closures.decision (county, document_id);
select command.guard_issued('closures.decision');

create table closures.named (
  county integer not null,
  order_id uuid not null,
  subject_id uuid not null,
  division text collate "C" not null,
  primary key (county, order_id, subject_id),
  foreign key (county, order_id) references closures.decision (county, id),
  foreign key (county, subject_id) references closures.subject (county, id)
);
create index named_subject on closures.named (county, subject_id, order_id);
select command.guard_issued('closures.named');

create table closures.lifting (
  county integer not null,
  order_id uuid not null,
  id uuid not null,
  division text collate "C" not null,
  decider text not null check (decider ~ '\S'),
  why text not null check (why ~ '\S'),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, order_id),
  unique (county, id),
  foreign key (county, order_id) references closures.decision (county, id)
);
comment on table closures.lifting is 'To lift a closure costs no document; to keep one up does.';
comment on column closures.lifting.decider is 'purpose=answerability: under which post, never a name; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column closures.lifting.why is 'purpose=record-keeping: why it is not needed any more, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
select command.guard_issued('closures.lifting');

create table closures.review (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  order_id uuid not null,
  reviewer text not null check (reviewer ~ '\S'),
  at timestamptz not null,
  next_on date not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, order_id) references closures.decision (county, id),
  constraint review_again_in_time check (next_on between closures.day_of(at) and closures.day_of(at) + 14)
);
comment on column closures.review.reviewer is 'purpose=answerability: under which post, never a name; basis=record keeping; class=plain; retention=with the record; readers=scope';
create index review_order on closures.review (county, order_id, at desc);
select command.guard_issued('closures.review');

-- When each closure is over: with the first of its decisions that reached its own end, or lost its document, before a further one had
-- been taken. Whatever came after that does not bring it back.
create view closures.order_now with (security_invoker = true) as
select o.county, o.id, o.division, o.classes, o.by_name, o.from_at as starts_at, n.id as decision_id, n.document_id, n.authority, n.decider,
  n.basis, n.ground, n.appeal, n.ends_on, d.number as document_no, d.title as document_title,
  greatest(o.from_at, least(s.over_at, l.at)) as until,
  case when l.at <= s.over_at then 'lifted' when s.by_document then 'document-ended' else 'expired' end as over_why,
  l.at as lifted_at, l.why as lifted_why,
  greatest(n.review_on, (select max(r.next_on) from closures.review r where r.county = o.county and r.order_id = o.id)) as review_on,
  n.ends_at, o.received_at
from closures.decision o
cross join lateral (
  select min(c.over_at) as over_at, (array_agg(c.by_document order by c.over_at, c.by_document))[1] as by_document from (
    select least(x.ends_at, p.ended_at) as over_at, coalesce(p.ended_at < x.ends_at, false) as by_document, lead(x.from_at) over w as next_at
    from closures.decision x
    left join command.published_documents p on p.county = x.county and p.document_id = x.document_id
    where x.county = o.county and x.order_id = o.id
    window w as (order by x.from_at, x.received_at, x.id)) c
  where c.next_at is null or c.over_at <= c.next_at) s
cross join lateral (
  select x.* from closures.decision x where x.county = o.county and x.order_id = o.id
  order by x.from_at desc, x.received_at desc, x.id desc limit 1) n
left join closures.lifting l on l.county = o.county and l.order_id = o.id
left join command.published_documents d on d.county = n.county and d.document_id = n.document_id
where o.id = o.order_id;

-- A document that was issued by then and stood; and longer only for what is still closed.
create function closures.decides() returns trigger set search_path = '' language plpgsql as $$
begin
  if not exists (select from command.published_documents d where d.county = new.county and d.document_id = new.document_id
      and d.issued_at <= new.from_at and (d.ended_at is null or d.ended_at > new.from_at)) then
    raise exception 'closures: a decision rests on a document that stands' using errcode = 'check_violation';
  end if;
  if new.id <> new.order_id and not exists (select from closures.order_now o where o.county = new.county and o.id = new.order_id
      and o.division = new.division and o.starts_at <= new.from_at and new.from_at < o.until and o.until < closures.end_of(new.ends_on)) then
    raise exception 'closures: only a closure that stands can be kept up' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger decides before insert on closures.decision for each row execute function closures.decides();
create function closures.lifts() returns trigger set search_path = '' language plpgsql as $$
begin
  if not exists (select from closures.order_now o where o.county = new.county and o.id = new.order_id and o.division = new.division
      and o.starts_at <= new.at and new.at <= o.until) then
    raise exception 'closures: only a closure that stands can be lifted' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lifts before insert on closures.lifting for each row execute function closures.lifts();
revoke execute on function closures.decides(), closures.lifts() from public;

grant select, insert on closures.subject, closures.subject_end, closures.decision, closures.named, closures.lifting, closures.review
  to qunfang_app;
grant select on closures.subject, closures.subject_end, closures.decision, closures.named, closures.lifting, closures.review to qunfang_clerk;
grant select on closures.order_now to qunfang_app, qunfang_clerk;
