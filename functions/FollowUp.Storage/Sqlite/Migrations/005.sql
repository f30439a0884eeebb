-- No query reads the numbers of projects by phase.

DROP TABLE phases;
