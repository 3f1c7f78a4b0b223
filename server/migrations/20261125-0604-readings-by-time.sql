-- Who reads how much is counted by the minute and by the day, so looks and searches are found by their time.
create index look_time on people.look (county, at);
create index audit_inbox_watched on kernel.audit_inbox (county, operation, at desc)
  where operation in ('people.search', 'people.readings.alert');
create index audit_entry_watched on kernel.audit_entry (county, operation, at desc)
  where operation in ('people.search', 'people.readings.alert');
