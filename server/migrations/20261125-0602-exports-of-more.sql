-- Households and line lists leave as files too; and a file is written in pieces as its rows are read, so that no machine holds all of it.
alter table workbooks.export add column kind text not null default 'roster' check (kind in ('roster', 'households', 'line-list'));
-- Which line list, and as of when: a category and a moment, nobody's name.
alter table workbooks.export add column about jsonb not null default '{}';

create table workbooks.export_piece (
  county integer not null,
  export_id uuid not null,
  nth integer not null,
  division text collate "C" not null,
  content bytea not null,
  primary key (county, export_id, nth),
  foreign key (county, export_id) references workbooks.export (county, id)
);
comment on table workbooks.export_piece is 'The finished file in pieces of some megabytes, in their order.';
comment on column workbooks.export_piece.content is 'purpose=record-keeping: the file that was asked for, until ten minutes after it was handed over; basis=Infectious Diseases Act, PIPL 13(1)(4); class=sensitive, sealed; retention=24 hours; readers=whoever asked';
select kernel.guard('workbooks.export_piece');
grant select, insert on workbooks.export_piece to qunfang_app;

create table workbooks.export_written (
  county integer not null,
  export_id uuid not null,
  division text collate "C" not null,
  rows integer not null,
  pieces integer not null,
  bytes bigint not null,
  at timestamptz not null,
  primary key (county, export_id),
  foreign key (county, export_id) references workbooks.export (county, id)
);
comment on table workbooks.export_written is 'The file is whole; its rows are kept nowhere else from then on.';
select kernel.guard('workbooks.export_written');
grant select, insert on workbooks.export_written to qunfang_app;

create trigger forgets after insert on workbooks.export_written for each row execute function workbooks.forget_parts();

-- A file that was handed over stays for whoever lost the line while taking it; one that nobody will take goes with the fact that says so.
create or replace function workbooks.forget_parts() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  delete from workbooks.export_part p where p.county = new.county and p.export_id = new.export_id;
  if tg_table_name = 'export_end' and to_jsonb(new) ->> 'outcome' <> 'downloaded' then
    delete from workbooks.export_piece p where p.county = new.county and p.export_id = new.export_id;
  end if;
  return null;
end $$;

-- Also what a step was still writing when its export ended.
create function workbooks.forget_files(moment timestamptz) returns integer security definer set search_path = '' language sql as $$
  with over as (
    select e.county, e.export_id from workbooks.export_end e
    where e.county = (select kernel.app_county()) and (e.outcome <> 'downloaded' or e.at <= moment - interval '10 minutes')
      and (exists (select from workbooks.export_piece p where p.county = e.county and p.export_id = e.export_id)
        or exists (select from workbooks.export_part p where p.county = e.county and p.export_id = e.export_id))),
  pieces as (
    delete from workbooks.export_piece p using over where p.county = over.county and p.export_id = over.export_id returning 1),
  parts as (
    delete from workbooks.export_part p using over where p.county = over.county and p.export_id = over.export_id returning 1)
  select ((select count(*) from pieces) + (select count(*) from parts))::integer
$$;
revoke execute on function workbooks.forget_files(timestamptz) from public;
grant execute on function workbooks.forget_files(timestamptz) to qunfang_app;
