-- What happened, for phones, projections and live boards. Entries are announced in the transaction that causes them and get
-- their number only after commit, from one clerk per county: a number handed out inside a transaction can become visible
-- after a higher one, and a reader that has passed it never sees it.
create table kernel.feed_inbox (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  kind text not null,
  ids uuid[] not null,
  announced_at timestamptz not null,
  primary key (county, id)
);
select kernel.guard('kernel.feed_inbox');
grant select, insert on kernel.feed_inbox to qunfang_app;
grant select, delete on kernel.feed_inbox to qunfang_clerk;

create table kernel.feed_entry (
  county integer not null,
  seq bigint not null,
  division text collate "C" not null,
  kind text not null,
  ids uuid[] not null,
  announced_at timestamptz not null,
  settled_at timestamptz not null,
  primary key (county, seq)
);
select kernel.guard('kernel.feed_entry');
grant select on kernel.feed_entry to qunfang_app;
grant select, insert on kernel.feed_entry to qunfang_clerk;

create table kernel.county_head (
  county integer primary key,
  epoch uuid not null,
  feed_seq bigint not null default 0,
  audit_seq bigint not null default 0,
  audit_hash bytea not null default '\x'
);
comment on column kernel.county_head.epoch is 'Changes when the county is restored from a backup: a cursor of another epoch is ordered to start afresh.';
select kernel.guard_county('kernel.county_head');
grant select on kernel.county_head to qunfang_app;
grant select, insert, update on kernel.county_head to qunfang_clerk;
