echo "`echo \"a\" \`b\``"
for a in `ls`; do (b); done
