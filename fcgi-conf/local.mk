# Sample configurations, installed as documentation; quickstart fills in the ones of the web servers.
exampledir = $(docdir)/examples
dist_example_DATA = \
	fcgi-conf/aihub.json \
	fcgi-conf/apache-cgi.conf \
	fcgi-conf/apache-fcgid.conf \
	fcgi-conf/lighttpd-cgi.conf \
	fcgi-conf/lighttpd-socket.conf \
	fcgi-conf/lighttpd.conf
