-- Before the moment of the code was kept, a session of another seat began anew: whoever had chosen a password between is not asked again.
update access.session s set code_at = p.chosen_at from access.password p
where p.county = s.county and p.account_id = s.account_id and p.chosen_at < s.code_at and s.how = 'welcome-code'
  and exists (select from access.session first where first.county = s.county and first.account_id = s.account_id
    and first.how = 'welcome-code' and first.began_at <= p.chosen_at and first.ended_at = s.began_at);
