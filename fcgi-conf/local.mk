# Sample configurations, installed as documentation; quickstart fills in the ones of the web servers.
exampledir =
dist_example_DATA = \
	fcgi-conf/aihub.json
