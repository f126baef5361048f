-- Notes about a date: whether one answers a night in trouble, and nights by what was noted about them.
create index audit_log_noted on audit_log (left(subject, 10), at) where note <> '';
