-- The day shows the projects of a person together, also under several ids of the website. Few records were joined to another.

CREATE INDEX person_joined ON persons (key, state ->> '$.joinedTo') WHERE state ->> '$.joinedTo' IS NOT NULL;
