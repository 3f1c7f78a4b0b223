-- Lists are shown newest first.
create index list_received on agency_lists.list (county, received_at desc, id desc);
-- What is due to be destroyed is looked for every hour.
create index list_expiry on agency_lists.list (county, expires_on);
