/** Given names common in the United States and Britain, without those that are everyday words, places or firms. */
export const englishGivenNames = new Set(
	`Aaron Abigail Abdul Abdullah Adam Adrian Adriana Agnes Ahmed Aisha Alan Albert Alberto Alejandra Alejandro Alex Alexander
	Alexandra Alexis Alfonso Alfred Alice Alicia Alison Allen Allison Alvin Alyssa Amanda Amelia Amy Ana Andre Andrea Andrew
	Andy Angela Angelica Angelina Anita Ann Anna Anne Annette Annie Anthony Antonio April-Ann Ariana Armando Arnold Arthur
	Arturo Ashley Aubrey Audrey Barbara Beatrice Becky Benjamin Bernadette Bernard Bernice Bertha Bethany Betty Beverly Blake
	Bonnie Brad Bradley Brandi Brandon Brandy Brenda Brendan Brent Brett Brian Briana Brianna Bridget Brittany Brittney Brooke
	Bruce Bryan Bryant Byron Caitlin Calvin Cameron Candace Candice Carl Carla Carlos Carmen Carol Carole Caroline Carolyn
	Carrie Cassandra Catherine Cathy Cecilia Cedric Cesar Chad Charlene Charles Charlie Chelsea Cheryl Chloe Chris Christina
	Christine Christopher Cindy Claire Clara Clarence Claudia Clayton Clifford Clinton Clyde Cody Colin Colleen Connie Connor
	Corey Cory Courtney Craig Curtis Cynthia Daisy Damian Damon Dana Dan Daniel Daniela Danielle Danny Darius Darlene Darnell
	Darrell Darren Darryl Dave David Dawn Deanna Debbie Deborah Debra Denise Dennis Derek Derrick Desiree Devin Devon Diana
	Diane Diego Dolores Dominic Dominique Don Donald Donna Doreen Doris Dorothy Doug Douglas Duane Dustin Dwayne Dylan Earl
	Eddie Edgar Edith Eduardo Edward Edwin Eileen Elaine Eleanor Elena Eli Elijah Elizabeth Ella Ellen Emily Emma Enrique Eric
	Erica Erik Erika Erin Ernest Esther Ethan Ethel Eugene Eva Evan Evelyn Felicia Felipe Fernando Fiona Florence Floyd
	Frances Francis Francisco Fred Freddie Gabriel Gabriela Gabrielle Gail Gary Geoffrey George Gerald Geraldine Gerardo
	Gilbert Gina Gladys Glen Glenda Glenn Gloria Gordon Greg Gregory Gretchen Guadalupe Gwendolyn Hannah Harold Harriet Harry
	Harvey Hasan Hassan Heather Hector Heidi Helen Henry Herbert Herman Hillary Holly Howard Hugo Ian Ibrahim Ingrid Irene
	Irma Isaac Isabel Isabella Ivan Jack Jackie Jaclyn Jacob Jacqueline Jake Jamal James Jamie Jan Jane Janet Janice Jared
	Jasmine Jason Javier Jay Jean Jeanette Jeanne Jeff Jeffery Jeffrey Jenna Jennifer Jenny Jeremiah Jeremy Jermaine Jerome
	Jerry Jesse Jessica Jessie Jesus Jill Jim Jimmy Jo Joan Joann Joanna Joanne Joe Joel Joey John Johnathan Johnnie Johnny
	Jon Jonathan Jordan Jorge Jose Joseph Josephine Josh Joshua Josue Joyce Juan Juanita Judith Judy Julia Julian Juliana
	Julie Julio Justin Kaitlyn Kara Karen Karina Karl Kate Katelyn Katherine Kathleen Kathryn Kathy Katie Katrina Kayla Keisha Keith
	Kelli Kellie Kelly Kelsey Ken Kendra Kenneth Kenny Kerry Kevin Khalid Kim Kimberly Kirk Krista Kristen Kristi Kristin
	Kristina Kristine Krystal Kurt Kyle Lacey Lamar Lance Larry Latasha Latoya Laura Lauren Laurie Lawrence Leah Leon Leonard
	Leroy Leslie Leticia Lewis Liam Lillian Linda Lindsay Lindsey Lisa Logan Lois Lonnie Loretta Lori Lorraine Louis Louise
	Lucas Lucia Lucille Lucy Luis Luke Luz Lydia Lynda Lynn Mackenzie Malcolm Malik Marc Marcia Marco Marcus Margaret Maria
	Mariah Marie Marilyn Mario Marion Marisa Marisol Marissa Marjorie Marlene Marsha Marshall Martha Martin Marvin Mary
	Matt Matthew Maureen Maurice Max Maxine Megan Meghan Mei Melanie Melinda Melissa Melody Melvin Meredith Michael Micheal
	Michele Michelle Miguel Mike Mildred Milton Mindy Minh Miranda Miriam Mitchell Mohamed Mohammad Mohammed Molly Monica
	Monique Morgan Muhammad Nancy Naomi Natalie Natasha Nathan Nathaniel Neil Nelson Nicholas Nick Nicolas Nicole Nikki Nina
	Noah Noel Nora Norma Norman Olga Olivia Omar Oscar Otis Owen Pablo Pamela Patricia Patrick Paul Paula Pauline Pedro Peggy
	Perry Peter Phil Philip Phillip Phyllis Priscilla Priya Rachel Rafael Raj Rajesh Ralph Ramon Ramona Randall Randy Raquel
	Raul Raymond Rebecca Reginald Renee Ricardo Richard Rick Ricky Rita Robert Roberta Roberto Robin Robyn Rochelle Roderick
	Rodney Rodolfo Roger Roland Ron Ronald Ronnie Rosa Rosalie Rosalind Rosemary Ross Roxanne Roy Ruben Ruby Russell Ruth Ryan
	Sabrina Sally Salvador Sam Samantha Samuel Sandra Sandy Sanjay Sara Sarah Saul Scott Sean Sebastian Sergio Seth Shane
	Shannon Sharon Shaun Shawn Sheila Shelby Shelley Shelly Sheri Sherri Sherry Shirley Sidney Silvia Simon Sofia Sonia Sonya
	Sophia Sophie Stacey Stacy Stanley Stefanie Stella Stephanie Stephen Steve Steven Stuart Sue Sunil Susan Susana Suzanne
	Sydney Sylvia Tabitha Tamara Tammy Tanya Tara Tasha Taylor Ted Teresa Terrance Terrence Terri Terry Theodore Theresa
	Thomas Tiffany Tim Timothy Tina Todd Tom Tommy Toni Tony Tonya Tracey Tracy Travis Trevor Tricia Troy Tyler Tyrone Valerie
	Vanessa Vernon Veronica Vicki Vickie Victoria Vincent Vivian Vladimir Wade Walter Wanda Warren Wayne Wendy Wesley Whitney
	Willard William Willie Yolanda Yvette Yvonne Zachary`.split(/\s+/)
);
