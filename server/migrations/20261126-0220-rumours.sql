-- What people ask and say, for the question and not for whoever asked it. A role of its own reads and writes this schema and nothing
-- that knows a person; no other role of the product reads it. Texts are stripped before they arrive, and checked once more here.
create schema rumours;
grant usage on schema rumours to qunfang_rumours;
grant usage on schema kernel to qunfang_rumours;

create policy apart on kernel.audit_inbox for insert to qunfang_rumours with check (county = (select kernel.app_county()));
grant insert on kernel.audit_inbox to qunfang_rumours;

-- A phone, a document, an account or a link does not get past these, whatever the program does; names the program has to find.
create function rumours.is_stripped(said text) returns boolean immutable strict parallel safe language sql as $$
  select said !~ '[0-9]{7}' and said !~ '[@＠]' and said !~* '(https?:|www[.]|[a-z0-9-]+[.](com|cn|net|org|cc|top|vip|me))'
    and said !~* '[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][a-z][·. -]?[a-z0-9]{5,6}'
$$;
revoke execute on function rumours.is_stripped(text) from public;
grant execute on function rumours.is_stripped(text) to qunfang_rumours;

-- The whole county is one desk: a village that tells what it hears reads nothing back.
create function rumours.guard(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy desk on %s to qunfang_rumours using (county = (select kernel.app_county()))', target);
  execute format('create policy owner on %s to current_user using (true)', target);
  execute format('grant select, insert on %s to qunfang_rumours', target);
end $$;
revoke execute on function rumours.guard(regclass) from public;

-- What was said in nearly the same words.
create table rumours.topic (
  county integer not null,
  id uuid not null,
  received_at timestamptz not null,
  primary key (county, id)
);
select rumours.guard('rumours.topic');

-- Words, once, however often they were said.
create table rumours.wording (
  county integer not null,
  id uuid not null,
  topic_id uuid not null,
  words text not null check (length(words) between 1 and 2000 and rumours.is_stripped(words)),
  digest bytea not null,
  received_at timestamptz not null,
  primary key (county, id),
  unique (county, digest),
  foreign key (county, topic_id) references rumours.topic (county, id)
);
comment on column rumours.wording.words is 'purpose=record-keeping: what is asked, without names, numbers, accounts and links; basis=record keeping; class=free-text; retention=with the record; readers=county-desk, publicity-editor, auditor';
comment on column rumours.wording.digest is 'purpose=recognition: the same words said again (keyed HMAC); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index wording_topic on rumours.wording (county, topic_id);
select rumours.guard('rumours.wording');

-- The pieces by which nearly the same words are found.
create table rumours.piece (
  county integer not null,
  value bigint not null,
  wording_id uuid not null,
  primary key (county, value, wording_id),
  foreign key (county, wording_id) references rumours.wording (county, id)
);
select rumours.guard('rumours.piece');

create table rumours.signal (
  county integer not null,
  id uuid not null,
  division text collate "C" not null check (division ~ '^\d{6}(\d{3}){0,2}$'),
  wording_id uuid not null,
  source text not null check (source in ('hotline', 'village', 'channel', 'feed')),
  channel text not null check (channel in ('wechat-group', 'moments', 'weibo', 'short-video', 'phone', 'face-to-face', 'loudspeaker', 'other')),
  items integer not null check (items between 1 and 100000),
  reach integer check (reach between 0 and 100000000),
  heard_at timestamptz not null,
  stripped integer not null check (stripped between 0 and 2000),
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, wording_id) references rumours.wording (county, id)
);
comment on column rumours.signal.digest is 'purpose=recognition: a record sent twice (keyed HMAC, of the stripped text); basis=record keeping; class=plain; retention=with the record; readers=nobody';
create index signal_wording on rumours.signal (county, wording_id, heard_at);
create index signal_heard on rumours.signal (county, heard_at);
select rumours.guard('rumours.signal');

-- The moment at which a topic had ten items, from when on it is shown.
create table rumours.finding (
  county integer not null,
  topic_id uuid not null,
  at timestamptz not null,
  received_at timestamptz not null,
  primary key (county, topic_id),
  foreign key (county, topic_id) references rumours.topic (county, id)
);
create index finding_at on rumours.finding (county, at, topic_id);
select rumours.guard('rumours.finding');
