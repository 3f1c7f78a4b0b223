-- A record that could not be kept because its id belongs to other content. Nothing is thrown away: a person decides.
create table kernel.quarantine (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  operation text not null,
  claimed_id uuid not null,
  account_id uuid,
  device_id uuid,
  received_at timestamptz not null,
  body bytea not null,
  primary key (county, id)
);
comment on column kernel.quarantine.body is 'purpose=nothing sent is lost; basis=record keeping; class=sealed; retention=30 days after decision; readers=county-desk';
select kernel.guard('kernel.quarantine');
grant select, insert on kernel.quarantine to qunfang_app;
