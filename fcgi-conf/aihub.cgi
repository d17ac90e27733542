#!/bin/sh
# All of AI Hub that stands in a document root: see htaccess.
AIHUB_CONFIG="@CONFIG@" exec "@PROGRAM@"
