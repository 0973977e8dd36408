events                 P 0.929  R 0.818  F 0.870   gold 143  got 126
slot actor             0.795   93 of 117
slot actor!            0.529   27 of 51
slot actor_status      0.829   97 of 117
slot actor_type        0.803   94 of 117
slot cause             0.855   100 of 117
slot certainty         1.000   117 of 117
slot certainty!        1.000   6 of 6
slot country           0.966   113 of 117
slot date              0.812   95 of 117
slot flow              0.992   116 of 117
slot means             0.974   114 of 117
slot means!            0.935   43 of 46
slot part_of           0.645   20 of 31
slot place             0.803   94 of 117
slot scope             0.983   115 of 117
slot scope!            0.900   18 of 20
slot source            0.872   102 of 117
slot source!           0.779   53 of 68
slot span              0.966   113 of 117
slot supersedes        0.800   4 of 5
  +place+date                                                        0.552
  row (certainty place country date source scope cause part_of)      0.420
