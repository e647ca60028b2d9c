-- A snapshot names its class, whose package has moved.
update aggregate_snapshot
set form = regexp_replace(form, '^ilgam\.member\.(calendar|company|holiday)\.', 'ilgam.member.time.\1.');
update aggregate_snapshot
set form = regexp_replace(form, '^ilgam\.member\.(membership|team)\.', 'ilgam.member.people.\1.');
