-- A reset makes a password worthless, not untrue that its person had chosen it: what they wrote before goes on counting as theirs.
alter table access.password add column chosen_at timestamptz;
update access.password set chosen_at = set_at where not given;
grant update (chosen_at) on access.password to qunfang_app;
comment on column access.password.chosen_at is 'purpose=sign-in: when the person last chose a password; basis=cybersecurity law art. 21; class=secret; retention=until replaced; readers=nobody';
