-- The county desk reads what was put aside newest first.
create index quarantine_received on kernel.quarantine (county, received_at desc, id desc);
