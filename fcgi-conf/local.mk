# Sample configurations, installed as documentation; quickstart fills in the ones of the web servers.
exampledir = $(docdir)/examples
dist_example_DATA = \
	fcgi-conf/aihub.cgi \
	fcgi-conf/aihub.json \
	fcgi-conf/aihub.service \
	fcgi-conf/aihub.socket \
	fcgi-conf/apache-cgi.conf \
	fcgi-conf/apache-fcgid.conf \
	fcgi-conf/apache-htaccess.conf \
	fcgi-conf/apache-proxy.conf \
	fcgi-conf/htaccess \
	fcgi-conf/htaccess-fcgid \
	fcgi-conf/lighttpd-cgi.conf \
	fcgi-conf/lighttpd-socket.conf \
	fcgi-conf/lighttpd.conf \
	fcgi-conf/nginx.conf
