-- What a site does for the people in it: meals that went out, what people did together, what was used up. Goods are counted by their
-- unit and never added across units.
create table sites.meal (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  day date not null,
  meal text not null check (meal in ('breakfast', 'lunch', 'dinner')),
  portions integer not null check (portions between 0 and 5000),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, site_id) references sites.site (county, id)
);
comment on column sites.meal.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.meal.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index meal_day on sites.meal (county, site_id, day, meal);
select kernel.guard('sites.meal');
grant select, insert on sites.meal to qunfang_app;
grant select on sites.meal to qunfang_clerk;

create table sites.activity (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  title text not null,
  persons integer not null check (persons between 0 and 5000),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, site_id) references sites.site (county, id)
);
comment on column sites.activity.title is 'purpose=isolation-care: what was done together, never who; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column sites.activity.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.activity.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index activity_latest on sites.activity (county, site_id, at desc, id desc);
select kernel.guard('sites.activity');
grant select, insert on sites.activity to qunfang_app;
grant select on sites.activity to qunfang_clerk;

create table sites.goods_use (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  item text not null,
  unit text not null,
  quantity numeric(12, 3) not null check (quantity > 0),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, site_id) references sites.site (county, id)
);
comment on column sites.goods_use.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.goods_use.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index goods_use_latest on sites.goods_use (county, site_id, at desc, id desc);
select kernel.guard('sites.goods_use');
grant select, insert on sites.goods_use to qunfang_app;
grant select on sites.goods_use to qunfang_clerk;

-- What somebody may eat. The latest counts.
create table sites.diet (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  lodging_id uuid not null,
  needs text[] not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, lodging_id) references sites.lodging (county, id)
);
comment on column sites.diet.needs is 'purpose=isolation-care: what somebody can eat; basis=Infectious Diseases Act, PIPL 28; class=health; retention=21 days after the release; readers=isolation-staff, township-officer, county-desk';
comment on column sites.diet.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.diet.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index diet_latest on sites.diet (county, lodging_id, at desc, received_at desc, id desc);
select kernel.guard('sites.diet');
grant select, insert on sites.diet to qunfang_app;
grant select on sites.diet to qunfang_clerk;

-- That somebody was talked to, and whether to come again; never what was said.
create table sites.counselling (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  lodging_id uuid not null,
  follow_up text not null check (follow_up in ('none', 'again', 'referred')),
  due_on date,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, lodging_id) references sites.lodging (county, id),
  check ((follow_up = 'again') = (due_on is not null))
);
comment on column sites.counselling.follow_up is 'purpose=isolation-care: whether to come again; basis=Infectious Diseases Act, PIPL 28; class=health; retention=21 days after the release; readers=isolation-staff, township-officer, county-desk';
comment on column sites.counselling.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.counselling.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index counselling_latest on sites.counselling (county, lodging_id, at desc, received_at desc, id desc);
select kernel.guard('sites.counselling');
grant select, insert on sites.counselling to qunfang_app;
grant select on sites.counselling to qunfang_clerk;
