-- A link by which somebody under observation gives one reading themselves. Only the keyed hash of its code is kept; it is good once,
-- until it expires, for one order.
create table isolation.reading_link (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  order_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  primary key (county, id),
  unique (county, code_hash),
  foreign key (county, order_id) references isolation.opening (county, id)
);
comment on column isolation.reading_link.code_hash is 'purpose=isolation-care: one reading by the person; basis=Infectious Diseases Act; class=secret; retention=event; readers=nobody';
comment on column isolation.reading_link.made_by is 'purpose=answerability: who handed the link out; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
create index reading_link_order on isolation.reading_link (county, order_id, made_at);
select kernel.guard('isolation.reading_link');
grant select, insert on isolation.reading_link to qunfang_app;

create table isolation.reading_link_use (
  county integer not null,
  link_id uuid not null,
  division text collate "C" not null,
  reading_id uuid not null,
  used_at timestamptz not null,
  primary key (county, link_id),
  foreign key (county, link_id) references isolation.reading_link (county, id),
  foreign key (county, reading_id) references isolation.reading (county, id)
);
select kernel.guard('isolation.reading_link_use');
grant select, insert on isolation.reading_link_use to qunfang_app;
