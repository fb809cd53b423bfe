f() { g() { h; }; }; case x in (a|b) c;; *) d;& e) esac; a |& b & !
[[ a ]] || ((1)) && { b; } >c
