Creator "Hand"
graph [
  directed 1
  node [ id 0 label "Ada M&#252;ller" Typ "Person" x 2.5 ]
  node [ id 1 label "AG Sport" Typ "Gremium" thema "A" thema "B" ]
  node [ id 2 label "Jugendamt" Typ "Organisation" gid 1 graphics [ x 1.0 fill "#FF" ] ]
  edge [ source 0 target 1 label "Vorsitz" ]
  edge [ source 2 target 1 seit 2020 ]
]
