-- The public register of what a person's data may be looked at for. A new purpose is a new migration, never a setting. It names
-- nobody and is the same everywhere, so it has no county and everybody may read it.
create table people.purpose (
  code text primary key check (code in ('checkpoint-screening', 'fever-hand-over', 'contact-tracing', 'home-visit',
    'isolation-care', 'agency-list-check', 'supervision', 'resident-request')),
  zh text not null,
  en text not null,
  basis text not null,
  roles text[] not null,
  since date not null
);
alter table people.purpose enable row level security;
alter table people.purpose force row level security;
create policy everybody on people.purpose for select using (true);
create policy owner on people.purpose to current_user using (true);
grant select on people.purpose to qunfang_app;

insert into people.purpose (code, zh, en, basis, roles, since) values
  ('checkpoint-screening', '卡点查验', 'Screening at a checkpoint', 'Infectious Diseases Act; county notice on checkpoints',
    '{county-desk,data-verifier,township-officer,checkpoint-shift}', '2026-11-24'),
  ('fever-hand-over', '发热移交', 'Handing a fever to the medical side', 'Infectious Diseases Act',
    '{county-desk,data-verifier,township-officer,checkpoint-shift}', '2026-11-24'),
  ('contact-tracing', '密切接触者追踪', 'Tracing close contacts', 'Infectious Diseases Act',
    '{county-desk,data-verifier,township-officer}', '2026-11-24'),
  ('home-visit', '入户走访', 'Visiting a household', 'Infectious Diseases Act; county notice on door-to-door visits',
    '{county-desk,township-officer,village-cadre}', '2026-11-24'),
  ('isolation-care', '隔离观察与照料', 'Observation and care in isolation', 'Infectious Diseases Act',
    '{county-desk,township-officer,village-cadre,isolation-staff}', '2026-11-24'),
  ('agency-list-check', '部门名单核查', 'Checking a list from another office', 'Infectious Diseases Act',
    '{county-desk,data-verifier,township-officer}', '2026-11-24'),
  ('supervision', '督查', 'Supervision of those who hold the data', 'PIPL 54', '{county-desk,auditor}', '2026-11-24'),
  ('resident-request', '居民本人申请', 'At the request of the person', 'PIPL 44, 45',
    '{county-desk,data-verifier,township-officer,auditor}', '2026-11-24');
