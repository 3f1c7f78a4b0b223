-- What is handed to the person: each printing has a code of its own, by which they can see where their order stands. Only its keyed
-- hash is kept.
create table isolation.slip (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  order_id uuid not null,
  contact text not null check (contact ~ '\S'),
  code_hash bytea not null check (length(code_hash) = 32),
  printed_by uuid,
  printed_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > printed_at),
  primary key (county, id),
  unique (county, code_hash),
  foreign key (county, order_id) references isolation.opening (county, id)
);
comment on column isolation.slip.contact is 'purpose=isolation-care: whom the person can call; basis=Infectious Diseases Act; class=staff; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk';
comment on column isolation.slip.code_hash is 'purpose=resident-request: the person sees where their order stands; basis=PIPL 44, 45; class=secret; retention=event; readers=nobody';
comment on column isolation.slip.printed_by is 'purpose=answerability: who handed it out; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
create index slip_order on isolation.slip (county, order_id, printed_at desc);
select kernel.guard('isolation.slip');
grant select, insert on isolation.slip to qunfang_app;
