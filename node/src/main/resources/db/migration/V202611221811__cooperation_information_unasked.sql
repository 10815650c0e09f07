update cooperation.request set content = content || '{"conditions": ""}' where content ->> 'conditions' is null;
