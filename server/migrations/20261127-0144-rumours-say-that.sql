-- The rumour desk may say that something changed, to the county, and never what: open pages fetch it under their own rights.
create policy apart on kernel.feed_inbox for insert to qunfang_rumours
  with check (county = (select kernel.app_county()) and division = county::text and kind = 'rumours' and ids = '{}');
grant insert on kernel.feed_inbox to qunfang_rumours;
