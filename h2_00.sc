events                 P 0.919  R 0.893  F 0.906   gold 178  got 173
slot actor             0.799   127 of 159
slot actor!            0.562   41 of 73
slot actor_status      0.774   123 of 159
slot actor_type        0.755   120 of 159
slot cause             0.855   136 of 159
slot certainty         0.987   157 of 159
slot certainty!        0.889   16 of 18
slot country           0.931   148 of 159
slot date              0.874   139 of 159
slot flow              0.981   156 of 159
slot means             0.931   148 of 159
slot means!            0.771   37 of 48
slot part_of           0.842   32 of 38
slot place             0.748   119 of 159
slot scope             0.975   155 of 159
slot scope!            0.789   15 of 19
slot source            0.843   134 of 159
slot source!           0.784   91 of 116
slot span              1.000   159 of 159
slot supersedes        0.500   4 of 8
  +place+date                                                        0.562
  row (certainty place country date source scope cause part_of)      0.337
