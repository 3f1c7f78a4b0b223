-- The trail of reads takes registered purposes only, whatever the code in front of it believes.
alter table kernel.audit_inbox add constraint audit_inbox_purpose check (purpose is null or purpose in ('checkpoint-screening',
  'fever-hand-over', 'contact-tracing', 'home-visit', 'isolation-care', 'agency-list-check', 'supervision', 'resident-request'));
