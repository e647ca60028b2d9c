-- What a summary asks of the spans that still last, so that it need not look at the rows themselves.
create index span_now on span (project, status, status_at) include (from_at, item, assignee, due_on, kind)
    where to_at = 'infinity' and not deleted;
