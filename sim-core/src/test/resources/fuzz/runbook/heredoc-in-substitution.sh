a <<A $(b <<B
1
B
) c
2 `d`
A
e
